// What was pressed did not get through, or was not taken: that is said where the hand is, and what was typed stays. The form keeps its
// command's id, so that pressing again carries out once what may have been carried out already.
const isPressed = it => it.matches("#meja form, #meja a");
const sentenceOf = why => {
  const known = code => document.querySelector(`#gagal [data-failure="${code}"]`);
  return (known(why) ?? known(500)).cloneNode(true).childNodes;
};
const fail = (pressed, why) => {
  if (!isPressed(pressed)) return;
  document.querySelectorAll("[data-failed]").forEach(it => it.remove());
  const said = document.createElement("div");
  [said.className, said.role, said.dataset.failed] = ["refused", "alert", why];
  said.append(...sentenceOf(why));
  if (pressed.matches("form")) pressed.prepend(said); else pressed.after(said);
  said.scrollIntoView({ block: "nearest" });
};

document.body.addEventListener("htmx:sendError", ({ detail }) => fail(detail.elt, "offline"));
document.body.addEventListener("htmx:timeout", ({ detail }) => fail(detail.elt, "offline"));
document.body.addEventListener("htmx:responseError", ({ detail }) => fail(detail.elt, detail.xhr.status));

// Another page than this one, such as that for signing in, blanks nothing here.
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!detail.shouldSwap || detail.serverResponse.includes(`id="${detail.target.id}"`)) return;
  detail.shouldSwap = false;
  fail(detail.requestConfig.elt, "out");
});
