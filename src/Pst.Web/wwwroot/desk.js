// The desk's keys, and the line that says whether what is shown is live. All of it works by hand and without script, too.
const isTyping = target => target.closest("input, select, textarea, [contenteditable], dialog");
const help = document.getElementById("keys");

const tellKeys = () => {
  const list = help.querySelector("dl");
  list.replaceChildren(...[...document.querySelectorAll("[data-key]")].flatMap(it => {
    const [key, what, shown] = [document.createElement("dt"), document.createElement("dd"), it.cloneNode(true)];
    const name = shown.querySelector("kbd");
    name?.remove();
    key.textContent = name?.textContent ?? it.dataset.key.toUpperCase();
    what.textContent = shown.textContent.trim();
    return [key, what];
  }));
  help.showModal();
};

// While one press is on its way the next waits for the new page; the same key again is the same tap.
const isSending = () => document.querySelector("#meja form.htmx-request, #meja a.htmx-request");
let pressed = null, next = null;
const press = key => {
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
  if (button) { pressed = key; button.click(); }
  return button;
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (event.key === "?") { event.preventDefault(); tellKeys(); return; }
  if (event.key === " " && event.target.closest("button, a, summary")) return;
  const key = event.key.toLowerCase();
  if (isSending()) { if (key !== pressed) next = key; } else if (press(key)) event.preventDefault();
});
document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.failed && isPressed(detail.elt)) next = null; // what was to follow did not happen
  const waiting = next;
  if (!isSending() && waiting) { next = null; press(waiting); }
});
document.addEventListener("click", event => { if (event.target.closest("[data-keys-help]")) tellKeys(); });

const line = document.querySelector("[data-live]");
const tell = (state, text) => { line.parentElement.dataset.state = state; line.textContent = text; };
let lostAt = null;
document.body.addEventListener("htmx:sseOpen", () => { lostAt = null; tell("live", line.dataset.live); });
document.body.addEventListener("htmx:sseError", () => {
  lostAt ??= new Date();
  const at = lostAt.toLocaleTimeString(document.documentElement.lang === "en" ? "en-GB" : "id-ID", { hour: "2-digit", minute: "2-digit" });
  tell("lost", line.dataset.lost.replace("{0}", at));
});

// After a refusal the hand stays where it was.
document.body.addEventListener("htmx:afterSettle", () => document.querySelector(".refused")?.scrollIntoView({ block: "nearest" }));
