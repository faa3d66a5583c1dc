// When to send and to look for a new route: at open, online, visible, by timer, by hand.
import { pause } from "./backoff.js";
import { today } from "./dates.js";
import { changed, model, tell } from "./model.js";
import { GRACE } from "./queue.js";
import { forgetAll, forgetOld } from "./retention.js";
import { refreshRoute } from "./route.js";
import { recall } from "./store.js";
import { alone, loginAfter, send } from "./sync.js";
import { jemput } from "./trips.js";

const QUIET = 300_000;
let failures = 0;
/** What was asked for while a round was under way. @type {{again: boolean}|null} */
let asked = null;

/** @type {ReturnType<typeof setTimeout>|undefined} */
let timer;

/** @param {number} delay */
function later(delay) {
  clearTimeout(timer);
  timer = setTimeout(() => void round(), delay);
}

/** Somebody saved: go as soon as the time for second thoughts is over. */
export function soon() {
  if (failures === 0) later(GRACE + 200);
  void registerBackgroundSync();
}

/** @param {{again?: boolean}} [how] */
export async function round({ again = false } = {}) {
  if (model.sending) {
    asked = { again: again || Boolean(asked?.again) };
    return;
  }
  tell({ sending: true });
  const login = await attempt(again);
  failures = login === null ? failures + 1 : 0;
  tell({ sending: false, reached: login !== null, login: login ?? model.login });
  await changed();
  void jemput?.carryCare();
  const more = asked;
  asked = null;
  if (more) await round(more);
  else later(nextPause(login));
}

/** @param {import("./types.js").Login|null} login */
function nextPause(login) {
  if (login === null) return pause(failures);
  return login === "in" && model.events.some((e) => e.status === "waiting") ? GRACE : QUIET;
}

/**
 * @param {boolean} again
 * @returns {Promise<import("./types.js").Login|null>}
 */
async function attempt(again) {
  try {
    const { user } = model;
    const found = user && (await alone(() => send(user.id, { again }), { isPatient: again }));
    await refreshRoute();
    // Somebody came in who was not in before: what waited for exactly this login goes now.
    const present = await recall("user");
    if (found === "other" || !user) await alone(() => send(present.id, { again }), { isPatient: again });
    return "in";
  } catch (error) {
    const login = loginAfter(error);
    if (login === "revoked") await forgetAll();
    return login;
  }
}

/** A bonus where the browser has it: Android may wake the service worker when signal returns. */
async function registerBackgroundSync() {
  const registration = await navigator.serviceWorker?.getRegistration("/kurir/");
  // TypeScript's DOM does not know the Background Sync API.
  await /** @type {any} */ (registration)?.sync?.register("antarjemput-kirim").catch(() => undefined);
}

/** Called once, at open. */
export async function startRounds() {
  await forgetOld((await recall("retain_days")) ?? 3, today(Date.now()));
  addEventListener("online", () => void round());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void round();
  });
  void jemput?.carryCare();
  void round();
}
