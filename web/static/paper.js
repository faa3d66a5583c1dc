// The one button of a page that is made for paper.
document.getElementById("cetak")?.addEventListener("click", () => window.print());
