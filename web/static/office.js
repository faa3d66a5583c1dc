// Small manners of office pages: focus what went wrong, close the account box on Escape.
document.querySelector(".fault[role=alert]")?.focus?.();
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const box of document.querySelectorAll("details.office-account[open]")) box.removeAttribute("open");
});
