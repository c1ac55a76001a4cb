// The page for when there is no line: it shows the step that its address asks for, and leaves as soon as there is a line again.
import { all } from "./kiosk-kept.js";

const [, visit, page] = location.pathname.match(/^\/kios\/([0-9a-f-]{36})\/([a-z-]+)$/) ?? [];
const isYoung = new URLSearchParams(location.search).has("muda");
const step = !page ? location.pathname.endsWith("/nilai") ? "waiting" : "arrival"
  : page === "buku-tamu" ? isYoung ? "young" : "guestbook" : page === "tiket" ? "slip" : "waiting";

// The page is used many times, a command's id once.
for (const id of document.querySelectorAll("[name=_id]")) id.value = crypto.randomUUID();
const show = () => {
  for (const section of document.querySelectorAll("[data-at]"))
    if (section.dataset.at === step) section.hidden = false;
    else section.remove();
};

const followed = it => document.querySelector(`template[data-visit="${it}"]`)?.content;
if (step === "arrival") {
  const used = (await all("slips")).map(it => it.visit);
  const inStock = [...document.querySelectorAll("template[data-visit]")].map(it => it.dataset.visit);
  document.querySelector("[name=_visit]").value = inStock.find(it => !used.includes(it)) ?? crypto.randomUUID();
}
if (step === "slip") {
  const number = (await all("slips")).find(it => it.visit === visit)?.number;
  for (const place of document.querySelectorAll("[data-slip]")) place.textContent = number ? `S-${number}` : "";
  const place = document.querySelector("[data-follow]");
  const code = followed(visit);
  if (code) {
    place.hidden = false;
    place.firstElementChild.append(code.cloneNode(true));
    document.querySelector("[data-code]").append(code.cloneNode(true));
  }
}
show(); // only now: what is tapped before is not ready to be sent

const isBack = async () => {
  try { return (await fetch("/health/live", { cache: "no-store" })).ok; } catch { return false; }
};

document.addEventListener("kept", async ({ detail: { waiting, slips } }) => {
  if (step === "guestbook" || step === "young") return; // what is being typed is not taken away
  const slip = slips.find(it => it.visit === visit);
  if (step === "slip" && slip?.isRefused) {
    const told = document.querySelector("[data-no]");
    told.textContent = told.dataset.no;
  } else if (step === "slip" ? !waiting.has(visit) : waiting.size === 0 && await isBack()) location.reload();
});
