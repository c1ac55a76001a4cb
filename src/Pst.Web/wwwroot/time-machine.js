// Plays a past day: asks for one moment after the other and puts it in the place of the last. Without script the same moments are links.
(() => {
  const machine = document.querySelector("[data-machine]");
  const [bar, play, speed, lost] = ["[name=detik]", "[data-play]", "[data-speed]", "[data-lost]"].map(it => machine.querySelector(it));
  const clock = document.querySelector("[name=jam]");
  const end = Number(bar.max);
  const look = 250; // milliseconds between two moments, where the server is as quick

  const moment = () => document.getElementById("saat");
  const second = () => Number(moment().dataset.second);
  let [asking, wanted, playing, shown] = [false, null, false, null];

  // Not while it plays: a browser takes only so many addresses a minute.
  const address = () => { if (shown && !playing) history.replaceState(null, "", `${machine.action}?${shown}`); };

  const put = html => {
    const held = moment().contains(document.activeElement) ? document.activeElement.id : null;
    moment().outerHTML = html;
    if (held) (document.getElementById(held) ?? bar).focus();
    const { second: at, told } = moment().dataset;
    bar.value = Math.floor(Number(at));
    bar.setAttribute("aria-valuetext", told);
    clock.value = new Date(Number(at) * 1000).toISOString().slice(11, 19);
  };

  // One at a time; of what was wanted meanwhile only the last is asked for.
  const show = async query => {
    wanted = query;
    if (asking) return;
    asking = true;
    try {
      while (wanted) {
        const asked = wanted;
        wanted = null;
        const answer = await fetch(`${machine.action}?${asked}&handler=Frame`);
        if (!answer.ok || answer.redirected) throw new Error(answer.status);
        put(await answer.text());
        shown = asked;
        address();
      }
      lost.hidden = true;
    } catch {
      lost.hidden = false;
      pause();
    } finally { asking = false; }
  };

  const at = seconds => show(`${moment().dataset.query}&detik=${Math.min(end, Math.max(0, Math.floor(seconds)))}`);

  const tell = () => {
    play.firstElementChild.textContent = playing ? play.dataset.on : play.dataset.off;
    play.setAttribute("aria-pressed", playing);
  };

  const pause = () => {
    playing = false;
    tell();
    address();
  };

  const run = async () => {
    playing = true;
    tell();
    let [now, since] = [second(), performance.now()];
    while (playing && now < end) {
      await new Promise(go => setTimeout(go, Math.max(look, 1000 / Number(speed.value))));
      const passed = performance.now();
      now += (passed - since) / 1000 * Number(speed.value);
      since = passed;
      if (!playing) break;
      await at(now);
      if (Math.abs(second() - Math.floor(Math.min(end, now))) >= 1) break; // now itself, which is as far as a day can be played
    }
    pause();
  };

  play.addEventListener("click", () => playing ? pause() : run());
  bar.addEventListener("input", () => { pause(); at(Number(bar.value)); });
  machine.addEventListener("submit", asked => {
    asked.preventDefault();
    pause();
    at(Number(bar.value));
  });

  const jump = link => {
    pause();
    show(new URL(link.href).search.slice(1));
  };
  document.addEventListener("click", pressed => {
    const link = pressed.target.closest("a[data-jump]");
    if (!link || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return;
    pressed.preventDefault();
    jump(link);
  });
  document.addEventListener("keydown", pressed => {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.target.closest("input, select, textarea, summary")) return;
    if (pressed.key === " " && !pressed.target.closest("a, button")) play.click();
    else {
      const link = document.querySelector(`a[data-key="${pressed.key}"]`);
      if (!link) return;
      jump(link);
    }
    pressed.preventDefault();
  });
  tell();
})();
