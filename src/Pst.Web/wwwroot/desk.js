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

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (event.key === "?") { event.preventDefault(); tellKeys(); return; }
  if (event.key === " " && event.target.closest("button, a, summary")) return;
  const pressed = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]:not(:disabled)`);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
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
