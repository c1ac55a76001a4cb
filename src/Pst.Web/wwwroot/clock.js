// Countdowns go on between two looks at the server: words, shape and colour change when the time is over.
const ticking = () => {
  for (const clock of document.querySelectorAll("[data-due]")) {
    const text = clock.querySelector("[data-countdown]");
    const left = Math.round((Number(clock.dataset.due) - Date.now()) / 1000);
    const [hours, minutes, seconds] = [Math.floor(Math.abs(left) / 3600), Math.floor(Math.abs(left) / 60) % 60, Math.abs(left) % 60];
    const [h, m, s] = text.dataset.units.split("|");
    const length = hours ? `${hours} ${h} ${minutes} ${m}` : minutes ? `${minutes} ${m} ${seconds} ${s}` : `${seconds} ${s}`;
    text.textContent = (left < 0 ? text.dataset.late : text.dataset.left).replace("{0}", length);
    if (left >= 0) continue;
    clock.classList.remove("green", "amber");
    clock.classList.add("red");
    clock.querySelector(".shape").textContent = "■";
  }
};
// What may be done only for a moment goes when the moment is over; its place stays, for a hand may be on its way to what stands below.
const ending = () => {
  for (const offer of document.querySelectorAll("[data-until]")) {
    if (!offer.dataset.until || Date.now() <= Number(offer.dataset.until)) continue;
    offer.classList.add("over"); // no style of its own: htmx would carry it on, which the page's policy forbids
    for (const button of offer.querySelectorAll("button")) button.disabled = true;
  }
};
setInterval(() => { ticking(); ending(); }, 1000);
