// Keeps the kiosk working through a network cut: what cannot be sent is kept and sent later, under the command's own id and with its own
// time; what cannot be fetched is the page that was fetched beforehand. Nothing that a person typed lies in the cache.
import { all, get, keep, put, remove, toBase64Url } from "./kiosk-kept.js";

const [shelf, slipLife] = ["pst-kiosk", 12 * 3_600_000];
const home = "/kios", ask = "/kios/kiriman", language = "/bahasa";
const offlinePage = name => `/kios/luring?bahasa=${name}`;

// A cut line often tells nobody that it is cut: who waited for it once waits less the next time.
let isCut = false;
const ours = async request => {
  try {
    const late = new Promise((_, fail) => setTimeout(fail, isCut ? 2_000 : 8_000));
    const answer = await Promise.race([fetch(request), late]);
    isCut = [502, 503, 504].includes(answer.status);
    return isCut ? null : answer;
  } catch {
    isCut = true;
    return null;
  }
};
const timely = (address, more) => fetch(address, { ...more, signal: AbortSignal.timeout(8_000) });

const offline = async url => {
  const { searchParams: asked } = url;
  const name = asked.get("bahasa") ?? (asked.has("awal") ? "id" : await get("settings", "language") ?? "id");
  await put("settings", name, "language");
  return await caches.match(offlinePage(name)) ?? Response.error();
};

const open = async request => await ours(request) ?? offline(new URL(request.url));

// What a form asks for, and the page that comes after it.
const commandOf = ({ pathname, searchParams }, form) => {
  const [, visit, page] = pathname.match(/^\/kios\/([0-9a-f-]{36})\/(buku-tamu|nilai)$/) ?? [];
  if (pathname === home) return { visit: form.get("_visit"), command: "arrive", next: `${home}/${form.get("_visit")}/buku-tamu` };
  if (page === "nilai") return { visit, command: "rate", next: `${home}/${visit}/nilai` };
  return page && !searchParams.has("handler") ? { visit, command: "sign_guestbook", next: `${home}/${visit}/tiket` } : null;
};

// A form of the offline page has no token: it is kept and sent from there. If one that is kept had arrived after all, its id says so when
// it is sent again.
const post = async request => {
  const url = new URL(request.url);
  const form = await request.clone().formData();
  const answer = form.has("_form") ? await ours(request) : null;
  if (answer) return answer;
  const asked = commandOf(url, form);
  if (asked) await keep(asked.visit, asked.command, form);
  if (url.pathname === language) await put("settings", form.get("to"), "language");
  return Response.redirect(asked?.next ?? form.get("back") ?? url.href, 303);
};

const settle = async (form, { isDone, ticket }) => {
  const slip = await get("slips", form.visit);
  if (slip) await put("slips", { ...slip, ticket: ticket ?? slip.ticket, isRefused: slip.isRefused || !isDone });
  await remove("forms", form.order);
};

// In their order, each gone from here only when the server has it.
const send = () => navigator.locks.request("send", { ifAvailable: true }, async free => {
  const forms = free ? await all("forms") : [];
  if (forms.length === 0) return;
  const { token, now } = await (await timely(ask)).json();
  const ahead = Date.now() - now; // the tablet's clock may be wrong
  for (const form of forms) {
    const body = new URLSearchParams({ _form: token, box: toBase64Url(form.box), at: form.at - ahead });
    const answer = await timely(ask, { method: "POST", body });
    if (answer.ok && !answer.redirected) await settle(form, await answer.json());
    else if (answer.status !== 422) return; // later; but what was sealed for another key holds up nobody
  }
});

const forget = async () => {
  for (const slip of await all("slips")) if (Date.now() - slip.at > slipLife) await remove("slips", slip.visit);
};

// Fetches beforehand what is shown when nothing can be fetched.
const prepare = async () => {
  const { key } = await (await fetch(ask)).json();
  await put("settings", key, "key");
  const cache = await caches.open(shelf);
  const wanted = new Set(["/kiosk-kept.js"]);
  for (const name of ["id", "en"]) {
    const page = await fetch(offlinePage(name));
    if (!page.ok || page.redirected) return;
    for (const [, it] of (await page.clone().text()).matchAll(/(?:src|href)="(\/[^"#?]+\.(?:js|css|woff2|svg))"/g)) wanted.add(it);
    await cache.put(offlinePage(name), page);
  }
  await cache.addAll([...wanted]);
  for (const it of await cache.keys()) if (!wanted.has(new URL(it.url).pathname) && !it.url.includes("/luring")) await cache.delete(it);
  await forget();
};

const acts = {
  home: async lang => { await put("settings", lang, "language"); await prepare(); },
  shown: lang => put("settings", lang, "language"),
  send,
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("message", event => event.waitUntil(acts[event.data.act](event.data.language).catch(() => { /* no line: next time */ })));
addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  const isOurs = pathname === home || pathname.startsWith(`${home}/`) || pathname === language;
  if (request.mode === "navigate" && isOurs) event.respondWith(request.method === "POST" ? post(request) : open(request));
  else if (["script", "style", "font", "image"].includes(request.destination))
    event.respondWith(caches.match(request.url).then(kept => kept ?? fetch(request)));
});
