// Tells whether the kiosk has a line, how many visits wait for one, and what became of the provisional numbers.
import { all } from "./kiosk-kept.js";

const [line, pause, news] = [document.querySelector(".kiosk-line"), 3_000, 30 * 60_000];
const { home } = document.body.dataset;
const isOffline = document.body.classList.contains("offline");
const language = document.documentElement.lang;

const tell = sentences => {
  line.textContent = sentences.join(" ");
  line.hidden = sentences.length === 0;
};

const became = ({ number, ticket, isRefused }) =>
  line.dataset[isRefused ? "refused" : "became"].replace("{0}", `S-${number}`).replace("{1}", ticket);

const look = async worker => {
  const [forms, slips] = [await all("forms"), await all("slips")];
  const waiting = new Set(forms.map(it => it.visit));
  const settled = slips.filter(it => !waiting.has(it.visit) && (it.ticket || it.isRefused) && Date.now() - it.at < news);
  tell([
    ...isOffline ? [line.dataset.lost] : [],
    ...waiting.size > 0 ? [line.dataset.kept.replace("{0}", waiting.size)] : [],
    ...location.pathname === home ? settled.map(became) : [],
  ]);
  if (forms.length > 0) worker.postMessage({ act: "send" });
  document.dispatchEvent(new CustomEvent("kept", { detail: { waiting, slips } }));
};

if (!navigator.serviceWorker) tell([line.dataset.insecure]); // browsers have it over HTTPS, and on the machine itself
else {
  navigator.serviceWorker.register("/kiosk-worker.js", { type: "module" });
  const { active: worker } = await navigator.serviceWorker.ready;
  worker.postMessage({ act: !isOffline && location.pathname === home ? "home" : "shown", language });
  await look(worker);
  setInterval(look, pause, worker);
}
