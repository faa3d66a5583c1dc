// Small manners of office pages: focus what went wrong, close the account box on Escape.
const fault = document.querySelector(".fault[role=alert]");
if (fault instanceof HTMLElement) fault.focus();
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const box of document.querySelectorAll("details.office-account[open]")) box.removeAttribute("open");
});
