// Who arrives is heard, and told by the desktop, also while the desk's window lies behind others, where somebody asked for it.
(() => {
  const button = document.querySelector("[data-attention]");
  const kept = "pst.attention";
  const isOn = () => localStorage.getItem(kept) === "on";
  let ears = null;
  const listen = () => { ears ??= new AudioContext(); ears.resume(); }; // a browser lets a page be heard once it was touched
  const tell = () => {
    button.textContent = isOn() ? button.dataset.on : button.dataset.off;
    button.ariaPressed = isOn();
    button.hidden = false;
  };

  const chime = () => {
    if (ears?.state !== "running") return;
    for (const [after, pitch] of [[0, 660], [0.25, 880]]) {
      const [tone, loudness, at] = [ears.createOscillator(), ears.createGain(), ears.currentTime + after];
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.3, at);
      loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
      tone.connect(loudness).connect(ears.destination);
      tone.start(at);
      tone.stop(at + 0.6);
    }
  };
  const notify = tickets => {
    if (globalThis.Notification?.permission !== "granted") return; // over plain HTTP there is none
    const words = button.dataset.arrived.replace("{0}", tickets.join(", "));
    new Notification(words, { tag: "pst-arrival", lang: document.documentElement.lang });
  };

  // Numbers only, as on the public display: a notification may be seen by anybody.
  const waiting = () => [...document.querySelectorAll("[data-waiting]")].map(it => it.dataset.waiting);
  const known = new Set(waiting());
  document.body.addEventListener("htmx:afterSettle", () => {
    const arrived = waiting().filter(it => !known.has(it));
    arrived.forEach(it => known.add(it));
    if (arrived.length === 0 || !isOn()) return;
    chime();
    notify(arrived);
  });

  button.addEventListener("click", async () => {
    localStorage.setItem(kept, isOn() ? "off" : "on");
    tell();
    if (!isOn()) return;
    listen();
    chime();
    await globalThis.Notification?.requestPermission();
  });
  for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, () => { if (isOn()) listen(); }, { once: true });
  tell();
})();
