// What a kiosk keeps while it has no line: forms, sealed for the server alone, and the slips that stand for their numbers until then.
// The tablet holds no key that opens them; KeptSeal does, on the server.
const curve = { name: "ECDH", namedCurve: "P-256" };
const bytes = text => new TextEncoder().encode(text);
const fromBase64Url = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), it => it.charCodeAt(0));
export const toBase64Url = box => btoa(String.fromCharCode(...box)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const opened = new Promise((done, failed) => {
  const asked = indexedDB.open("pst-kiosk", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("forms", { keyPath: "order", autoIncrement: true });
    asked.result.createObjectStore("slips", { keyPath: "visit" });
    asked.result.createObjectStore("settings");
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

const run = async (store, mode, act) => {
  const transaction = (await opened).transaction(store, mode, { durability: "strict" });
  const asked = act(transaction.objectStore(store));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(asked.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
};

export const all = store => run(store, "readonly", it => it.getAll());
export const get = (store, key) => run(store, "readonly", it => it.get(key));
export const put = (store, value, key) => run(store, "readwrite", it => it.put(value, key));
export const remove = (store, key) => run(store, "readwrite", it => it.delete(key));

const seal = async text => {
  const server = await crypto.subtle.importKey("raw", fromBase64Url(await get("settings", "key")), curve, false, []);
  const own = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const agreed = await crypto.subtle.deriveBits({ name: "ECDH", public: server }, own.privateKey, 256);
  const secret = await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: point, info: bytes("pst kiosk form") };
  const key = await crypto.subtle.deriveKey(derivation, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, bytes(text)));
  return new Uint8Array([...point, ...nonce, ...sealed]);
};

/** Keeps a form with its time, and the slip of a visit that has not had one. */
export const keep = async (visit, command, form) => {
  const at = Date.now();
  const said = new URLSearchParams([...form].filter(([name]) => name !== "_form" && name !== "_visit"));
  said.append("_visit", visit);
  said.append("_command", command);
  await put("forms", { visit, command, at, box: await seal(said.toString()) });
  if (command === "rate" || await get("slips", visit)) return;
  const slips = await all("slips");
  await put("slips", { visit, at, number: Math.max(0, ...slips.map(it => it.number)) + 1 });
};
