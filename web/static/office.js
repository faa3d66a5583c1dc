// Small manners of office pages: focus what went wrong, show where we are in a long menu,
// close the account box on Escape.
const fault = document.querySelector(".fault[role=alert]");
if (fault instanceof HTMLElement) fault.focus();
document.querySelector(".office-menu a[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const box of document.querySelectorAll("details.office-account[open]")) box.removeAttribute("open");
});
