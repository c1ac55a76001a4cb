// A page that is live: it asks for its part anew when the server says that something changed, and shows a band as long as it cannot be sure
// that what stands there is so. Without script the band stays.
(() => {
  const { stream, part, zone } = document.body.dataset;
  const band = document.querySelector("[data-band]");
  const own = document.querySelector("script[src*='live']").src;
  const locale = document.documentElement.lang === "en" ? "en-GB" : "id-ID";
  const [silence, pause, look] = [25_000, 2_000, 30_000];

  let { position } = document.body.dataset;
  let [source, heard, lost] = [null, 0, null];
  let [isFresh, isAsking, isStale] = [true, false, false];

  const tell = () => {
    const isLive = isFresh && Date.now() - heard < silence;
    if (isLive) lost = null;
    else if (!lost) {
      lost = new Date(heard || Date.now());
      const at = lost.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone });
      band.firstElementChild.textContent = band.dataset.band.replace("{0}", at);
    }
    band.hidden = isLive;
  };

  // One at a time; what changed meanwhile is asked for once more.
  const refresh = async () => {
    if (isAsking) { isStale = true; return; }
    [isAsking, isStale] = [true, false];
    try {
      const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (page.querySelector("script[src*='live']")?.src !== own) location.reload(); // signed out, or the program was upgraded
      else document.querySelector(part).replaceWith(page.querySelector(part));
      isFresh = true;
    } catch { isFresh = false; }
    isAsking = false;
    tell();
    if (isFresh) document.dispatchEvent(new Event("shown"));
    if (isStale) refresh();
  };

  // A browser opens a line again by itself and says where it was; one that was refused to it, it gives up, and we do not.
  const open = () => {
    source?.close();
    source = new EventSource(`${stream}?after=${position}`);
    const hear = event => {
      const isBack = lost;
      [heard, position] = [Date.now(), event.lastEventId || position];
      tell();
      if (isBack || event.type === "changed") refresh();
    };
    source.addEventListener("alive", hear);
    source.addEventListener("changed", hear);
    source.addEventListener("error", () => {
      heard = 0;
      tell();
      if (source.readyState === EventSource.CLOSED) setTimeout(open, pause);
    });
  };

  open();
  setInterval(() => {
    tell();
    if (heard > 0 && lost) { heard = 0; open(); } // it was silent: a cut line tells nobody that it is cut
  }, 1_000);
  setInterval(refresh, look);
})();
