// A passkey is made or shown by the browser; the form then sends it as any other field. Without passkeys the form stays hidden.
for (const form of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) continue;
  form.hidden = false;
  const failed = form.querySelector("[data-failed]");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const asked = await (await fetch(form.dataset.options, { method: "POST", body: new FormData(form) })).json();
      const credential = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      failed.hidden = false; // the person changed their mind, or the server is away
    }
  });
}
