// The service worker: offline from the first load on, renewed only when nobody is in the middle of something.
import { isFormOpen } from "./drafts.js";
import { tell } from "./model.js";

export const offline = { isReady: false, isPossible: window.isSecureContext && "serviceWorker" in navigator };

let isRenewing = false;

export async function startWorker() {
  if (!offline.isPossible) return;
  const had = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (had && isRenewing) location.reload();
  });
  try {
    const registration = await navigator.serviceWorker.register("/sw.js", { scope: "/kurir/", type: "module", updateViaCache: "none" });
    renewIfIdle(registration);
    document.addEventListener("visibilitychange", () => renewIfIdle(registration));
    await navigator.serviceWorker.ready;
    offline.isReady = true;
  } catch {
    offline.isPossible = false;
  }
  tell();
}

/** At open, or put away in the pocket: never under a hand that types.
 * @param {ServiceWorkerRegistration} registration */
function renewIfIdle(registration) {
  const isIdle = !isFormOpen() && (document.visibilityState === "hidden" || performance.now() < 5_000);
  if (!isIdle || !registration.waiting) return;
  isRenewing = true;
  registration.waiting.postMessage("renew");
}
