// Fetching the day's route and laying it over what this phone already did.
import { learnClock } from "./device.js";
import { fold } from "./fold.js";
import { ask } from "./net.js";
import { forgetOthers } from "./retention.js";
import { allEvents, allRoutes, putRoute, recall, remember } from "./store.js";
import { takeUp, versions } from "./takeup.js";

/** @typedef {import("./types.js").Route} Route */
/** @typedef {import("./types.js").RouteAnswer} RouteAnswer */

/** Ask the server; the answer also tells who is logged in. */
export async function refreshRoute() {
  /** @type {RouteAnswer} */
  const answer = await ask("/api/route");
  await learnClock(answer.server_time);
  const before = await recall("user");
  await remember("user", answer.user);
  await remember("retain_days", answer.settings.retain_days);
  await putRoute(await laidOver(answer));
  if (before?.id !== answer.user.id) await forgetOthers(answer.user.id);
}

/** @param {RouteAnswer} answer @returns {Promise<Route>} */
async function laidOver(answer) {
  const key = `${answer.user.id}/${answer.date}`;
  const known = (await allRoutes()).find((route) => route.key === key);
  const fetched = Date.now();
  if (!known) return { ...answer, key, fetched, changes: [] };
  const events = (await allEvents()).filter((e) => e.user === answer.user.id);
  const taken = takeUp(known.manifests, answer.manifests, (stop) => fold(stop, events).outcome !== "waiting");
  const isNew = versions(known.manifests) !== versions(answer.manifests);
  // A trip that was called off is news without a new version.
  const changes = [...known.changes, ...taken.changes.filter(({ kind }) => isNew || kind === "gone")];
  return { ...answer, key, fetched, changes, manifests: taken.manifests };
}

/** The courier has read what changed. @param {Route} route */
export const dismissChanges = (route) => putRoute({ ...route, changes: [] });

/** The newest day of this user's that the phone holds.
 * @param {number} user @returns {Promise<Route|null>} */
export async function heldRoute(user) {
  const mine = (await allRoutes()).filter((route) => route.user.id === user);
  return mine.sort((a, b) => b.date.localeCompare(a.date))[0] ?? null;
}
