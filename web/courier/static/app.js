// The app: open the store, draw the screen that the hash names, keep sending behind it.
import { render } from "/npm/lit-html.js";
import { complaints } from "./drafts.js";
import { watchInstall } from "./install.js";
import { listen, model, reload } from "./model.js";
import { paths, placeOfList, rememberPlace, where } from "./router.js";
import { startRounds } from "./rounds.js";
import * as account from "./screens/account.js";
import * as deliver from "./screens/deliver.js";
import * as fail from "./screens/fail.js";
import { frame, revoked } from "./screens/frame.js";
import * as outbox from "./screens/outbox.js";
import * as stop from "./screens/stop.js";
import * as today from "./screens/today.js";
import * as undo from "./screens/undo.js";
import { setting } from "./settings.js";
import { speak } from "./text.js";
import { startWorker } from "./update.js";

/**
 * @typedef {object} Screen
 * @property {(id: string) => string} title
 * @property {(id: string) => unknown} view
 * @property {(id: string) => unknown} [bottom]
 * @property {(id: string) => unknown} [enter]
 * @property {() => unknown} [leave]
 */

/** @type {Record<string, Screen>} */
const screens = { today, stop, serah: deliver, gagal: fail, batal: undo, kotak: outbox, akun: account };

let now = where();
let complained = 0;

const current = () => screens[now.screen] ?? today;

function draw() {
  const root = document.getElementById("app");
  if (!root || !model.loaded) return;
  if (root.dataset.skeleton !== undefined) {
    root.replaceChildren();
    delete root.dataset.skeleton;
  }
  const screen = current();
  document.title = `${screen.title(now.id)} · Antarjemput`;
  if (model.login === "revoked") return void render(revoked(), root);
  render(frame(screen.view(now.id), screen.bottom?.(now.id), now.screen), root);
  focusComplaint();
}

/** A new complaint is read at once; the same one does not steal the focus again. */
function focusComplaint() {
  const count = complaints().length;
  if (count && !complained) document.getElementById("problems")?.focus();
  complained = count;
}

/** These are no part of the first load: the service worker brings them afterwards.
 * @type {Record<string, () => Promise<Screen>>} */
const later = {
  peta: () => import("./screens/map.js"),
  buntu: () => import("./screens/blocked.js"),
  tidak: () => import("./jemput/end.js"),
  rekam: () => import("./jemput/kit.js"),
};

async function enter() {
  if (now.screen in later) screens[now.screen] ??= await later[now.screen]();
  draw();
  await current().enter?.(now.id);
  draw();
}

async function go() {
  const from = now;
  current().leave?.();
  now = where();
  await enter();
  scrollTo(0, now.screen === "today" ? placeOfList() : 0);
  focusOn(placeOfList() ? from.id : "");
}

/** Back in the list, the row one came from; anywhere else, the heading. @param {string} id */
function focusOn(id) {
  const row = now.screen === "today" && id && document.querySelector(`.stops a[href="${paths.stop(id)}"]`);
  const target = row || document.querySelector("h1");
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

function watchPlace() {
  // A click on a row changes the hash first and scrolls later: the place is the one at the click.
  document.addEventListener("click", () => now.screen === "today" && rememberPlace(scrollY), { capture: true });
}

async function open() {
  watchInstall();
  listen(draw);
  // Listened to before anything is awaited: a tap made while the app opens counts.
  addEventListener("hashchange", () => void go());
  if (setting("lang") === "en") await speak("en");
  await reload();
  now = where();
  await enter();
  watchPlace();
  await startRounds();
  await startWorker();
}

void open();
