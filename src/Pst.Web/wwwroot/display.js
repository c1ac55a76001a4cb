// The display's clock, and its voice: a chime and the number for each call that is new and still open, one after the other.
(() => {
  const clock = document.querySelector("[data-clock]");
  const locale = document.documentElement.lang === "en" ? "en-GB" : "id-ID";
  const time = { hour: "2-digit", minute: "2-digit", timeZone: clock.dataset.clock };
  let ahead = 0; // the server's clock before ours: a television's may be wrong
  const set = () => { ahead = Number(document.getElementById("papan").dataset.now) - Date.now(); };
  set();
  setInterval(() => { clock.firstElementChild.textContent = new Date(Date.now() + ahead).toLocaleTimeString(locale, time); }, 1_000);

  // Browsers let a page be heard only after somebody has touched it, or when they were started so that it may.
  const hear = document.querySelector("[data-hear]");
  if (!hear) { document.addEventListener("shown", set); return; }
  const ears = new AudioContext();
  const isDeaf = () => ears.state !== "running";
  const offer = () => { hear.hidden = !isDeaf(); };
  hear.addEventListener("click", () => ears.resume());
  ears.addEventListener("statechange", offer);
  setTimeout(offer, 500);

  const calls = () => [...document.querySelectorAll("[data-call]")].reverse();
  const known = new Set(calls().map(it => it.dataset.call));
  const waiting = [];
  let isSpeaking = false;
  const speak = async () => {
    if (isSpeaking || waiting.length === 0) return;
    isSpeaking = true;
    const next = () => { isSpeaking = false; speak(); };
    try {
      const answer = await fetch(waiting.shift());
      const sound = ears.createBufferSource();
      sound.buffer = await ears.decodeAudioData(await answer.arrayBuffer());
      sound.connect(ears.destination);
      sound.addEventListener("ended", next);
      sound.start();
    } catch { next(); }
  };

  document.addEventListener("shown", () => {
    set();
    for (const { dataset: { call, sound, open } } of calls()) {
      if (!known.has(call) && open && !isDeaf()) waiting.push(sound);
      known.add(call);
    }
    speak();
  });
})();
