// Typing from paper: Enter goes to the next line's first box, as on the sheet.
document.querySelector(".paper-form")?.addEventListener("keydown", (event) => {
  if (!(event instanceof KeyboardEvent) || event.key !== "Enter") return;
  const box = event.target;
  if (!(box instanceof HTMLInputElement || box instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const rows = [...document.querySelectorAll(".paper-form tbody tr")].filter((row) => row.querySelector("select"));
  const here = rows.findIndex((row) => row.contains(box));
  const next = rows[here + 1]?.querySelector("select") ?? document.querySelector(".paper-form > button");
  if (next instanceof HTMLElement) next.focus();
});
