// The kiosk: one group of questions at a time, and back to the start when nobody touches it. Without script the form is one long page.
for (const form of document.querySelectorAll("form[data-steps]")) {
  const steps = [...form.querySelectorAll("[data-step]")];
  const show = at => {
    steps.forEach((step, index) => { step.hidden = index !== at; });
    steps[at].querySelector("h2, legend, input:not([type=hidden])")?.scrollIntoView({ block: "nearest" });
    steps[at].querySelector("input:not([type=hidden])")?.focus();
  };
  const isComplete = step => [...step.querySelectorAll("input")].every(input => input.checkValidity() || (input.reportValidity(), false));
  steps.forEach((step, index) => {
    const bar = document.createElement("div");
    bar.className = "kiosk-bar";
    const button = (label, look, act) => {
      const made = document.createElement("button");
      Object.assign(made, { type: "button", textContent: label, className: `btn btn-lg ${look}` });
      made.addEventListener("click", act);
      bar.append(made);
    };
    const part = document.createElement("span");
    part.textContent = form.dataset.part.replace("{0}", index + 1).replace("{1}", steps.length);
    if (index > 0) button(form.dataset.back, "", () => show(index - 1));
    if (index < steps.length - 1) button(form.dataset.next, "btn-primary", () => { if (isComplete(step)) show(index + 1); });
    bar.append(part);
    step.append(bar);
    step.addEventListener("keydown", event => {
      if (event.key !== "Enter" || index === steps.length - 1) return;
      event.preventDefault();
      if (isComplete(step)) show(index + 1);
    });
  });
  form.dataset.ready = "";
  show(0);
  form.classList.add("stepped");
}

const { idle, home } = document.body.dataset;
const footer = document.querySelector(".kiosk-idle");
if (footer) {
  const [text, extend] = footer.children;
  const warning = 30;
  let left = Number(idle);
  const tell = () => {
    footer.hidden = left > warning;
    text.textContent = text.dataset.idleText.replace("{0}", left);
  };
  const again = () => { left = Math.max(left, Number(idle)); tell(); };
  for (const touched of ["pointerdown", "keydown"]) document.addEventListener(touched, again);
  extend.addEventListener("click", () => { left = Number(idle) * 2; tell(); });
  const begin = () => {
    const clock = setInterval(() => {
      if (--left > 0) return tell();
      clearInterval(clock); // asked for again each second, a slow page would never come
      location.replace(`${home}?awal=true`);
    }, 1000);
    tell();
  };
  if (location.pathname !== home) begin();
  else document.addEventListener("input", begin, { once: true }); // the start waits for ever, but not with what somebody chose
}
