// Putting the app on the home screen, where the browser offers it; and asking to keep its store.
import { tell } from "./model.js";

// TypeScript's DOM does not know BeforeInstallPromptEvent.
/** @type {any} */
let offer = null;

export const canInstall = () => offer !== null;

export async function install() {
  await offer?.prompt();
  offer = null;
  tell();
}

export function watchInstall() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    tell();
  });
  addEventListener("appinstalled", () => void navigator.storage?.persist?.());
}
