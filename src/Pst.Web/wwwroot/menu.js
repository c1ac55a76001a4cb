// An opened menu closes as people expect: by Escape, which gives the focus back, and by a press elsewhere. Without script its word closes it.
(() => {
  const opened = () => document.querySelectorAll("details.menu[open], details.who[open]");
  addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const menu of opened()) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  });
  addEventListener("click", event => {
    for (const menu of opened()) if (!menu.contains(event.target)) menu.open = false;
  });
})();
