// The slider over a visit's versions: what it leads to is fetched and put in place, so that it moves under the hand. The newest wish wins;
// without script the button and the links do the same.
(() => {
  const form = document.getElementById("versions");
  if (!form) return;
  const [slider, shown] = [form.querySelector("[type=range]"), form.querySelector("output")];
  const [before, after] = ["prev", "next"].map(rel => form.querySelector(`[rel=${rel}]`));
  const last = Number(form.dataset.last);
  const pages = new Map();
  form.querySelector("button").hidden = true;

  const ask = version => {
    if (!pages.has(version))
      pages.set(version, fetch(`?versi=${version}`).then(async answer => {
        if (!answer.ok) throw new Error(answer.status);
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      }));
    return pages.get(version);
  };

  const lead = (link, version) => {
    const isThere = version >= 1 && version <= last;
    link.setAttribute("aria-disabled", !isThere);
    if (isThere) link.href = `?versi=${version}`;
    else link.removeAttribute("href");
  };

  const turn = version => {
    slider.value = version;
    shown.textContent = `${version} / ${last}`;
    lead(before, version - 1);
    lead(after, version + 1);
    for (const line of document.querySelectorAll("[data-version]")) {
      const at = Number(line.dataset.version);
      line.classList.toggle("is-later", at > version);
      if (at === version) line.setAttribute("aria-current", "step");
      else line.removeAttribute("aria-current");
    }
  };

  const show = async version => {
    turn(version);
    try {
      const page = await ask(version);
      if (Number(slider.value) !== version) return; // it has moved on
      for (const id of ["state", "sla"]) document.getElementById(id).replaceWith(document.importNode(page.getElementById(id), true));
      history.replaceState(null, "", `?versi=${version}`);
    } catch {
      location.assign(`?versi=${version}`); // signed out, or no network: the browser says so
    }
  };

  slider.addEventListener("input", () => show(Number(slider.value)));
  for (const [link, step] of [[before, -1], [after, 1]])
    link.addEventListener("click", event => {
      event.preventDefault();
      const to = Number(slider.value) + step;
      if (to >= 1 && to <= last) show(to);
    });
  for (const link of document.querySelectorAll(".story-step"))
    link.addEventListener("click", event => {
      event.preventDefault();
      show(Number(link.closest("[data-version]").dataset.version));
    });
})();
