/** Betters the family's forms: keeps what was typed when a page is lost, sends once, finds a point. */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-keep]"));
const key = `isian:${location.pathname}`;
const KEPT = "input:not([type=hidden]):not([type=file]):not([data-private]), select";

/** Keep typed text in this tab only: a shared phone forgets it with the tab. */
function keep() {
  const fields = [...(form?.querySelectorAll(KEPT) ?? [])].map((field) => {
    const input = /** @type {HTMLInputElement} */ (field);
    const chosen = input.type === "checkbox" || input.type === "radio";
    return chosen ? input.checked : input.value;
  });
  sessionStorage.setItem(key, JSON.stringify(fields));
}

function restore() {
  const fields = JSON.parse(sessionStorage.getItem(key) ?? "[]");
  const inputs = form?.querySelectorAll(KEPT) ?? [];
  if (fields.length !== inputs.length) return;
  inputs.forEach((field, place) => {
    const input = /** @type {HTMLInputElement} */ (field);
    if (typeof fields[place] === "boolean") input.checked = fields[place];
    else if (!input.value) input.value = fields[place];
  });
}

if (form) {
  if (!document.querySelector(".fault")) restore();
  form.addEventListener("input", keep);
  form.addEventListener("submit", () => {
    // The page that comes back after a lost signal can send again.
    const button = /** @type {HTMLButtonElement | null} */ (form.querySelector("button[type=submit]"));
    setTimeout(() => button?.setAttribute("disabled", ""), 0);
  });
  window.addEventListener("pageshow", () => form.querySelector("button[type=submit]")?.removeAttribute("disabled"));
  // Answered pages are kept by the office; only the page before us may still be needed.
  window.addEventListener("load", () => {
    Object.keys(sessionStorage).filter((name) => name.startsWith("isian:") && name !== key)
      .forEach((name) => sessionStorage.removeItem(name));
  });
}

const locate = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-locate]"));
const pin = /** @type {HTMLInputElement | null} */ (document.querySelector("#titik"));
if (locate && pin && navigator.geolocation) {
  locate.hidden = false;
  locate.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        pin.value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
        keep();
      },
      () => pin.focus(),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  });
}

const printer = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-print]"));
if (printer) {
  printer.hidden = false;
  printer.addEventListener("click", () => window.print());
}
