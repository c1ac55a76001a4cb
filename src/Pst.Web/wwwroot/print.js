// The print button; without script the browser's own menu prints.
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
