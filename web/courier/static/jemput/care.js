// The care card: carried for this driver, this day, so that it can be read without signal; then gone.
import { today } from "../dates.js";
import { model, tell } from "../model.js";
import { Refused, ask } from "../net.js";
import { recall, remember } from "../store.js";

/**
 * @typedef {object} Cared
 * @property {number} person
 * @property {string} name
 * @property {string} companion_name
 * @property {string} companion_phone
 * @property {string[]} medicine_hours
 * @property {boolean} toilet_stops
 * @property {boolean} hard_of_hearing
 * @property {string} note
 */
/** By a trip's number, or the visit of a team with the kit.
 * @typedef {{user: number, date: string, trips: Record<string, Cared[]>}} Carried */

/** @type {Carried|null} */
let carried = null;

/** Read what is kept, fetch what is not; another day's or another driver's is wiped. */
export async function carryCare() {
  const { route, user } = model;
  const date = today(Date.now());
  const kept = /** @type {Carried|null} */ ((await recall("care")) ?? null);
  const mine = kept?.user === user?.id && kept?.date === date ? kept : null;
  if (kept && !mine) await remember("care", null);
  carried = mine;
  if (!route || !user || route.date !== date) return;
  const trips = { ...mine?.trips };
  const wanted = keysOf(route).filter((key) => !(key in trips));
  for (const key of wanted) {
    const answer = await fetched(key);
    if (answer === null) break;
    if (answer) trips[key] = answer.riders;
  }
  if (!wanted.length) return;
  carried = { user: user.id, date, trips };
  await remember("care", carried);
  tell();
}

/** A visit's name is a UUID, a trip's a number. @param {import("../types.js").Trip} trip */
const keyOf = (trip) => (trip.what === "kit" ? trip.visits[0] : `${trip.id}`);

/** Null without signal; nothing for what is another's by now. @param {string} key */
function fetched(key) {
  const kind = key.includes("-") ? "kit-visits" : "trips";
  return ask(`/api/jemput/${kind}/${key}/care`).catch((error) => (error instanceof Refused ? undefined : null));
}

/** One of each household is enough: the same people ride back. @param {import("../types.js").Route} route */
function keysOf(route) {
  const byRequest = new Map();
  for (const { trip } of route.manifests.flatMap((manifest) => manifest.stops)) {
    if (trip && !byRequest.has(trip.request)) byRequest.set(trip.request, keyOf(trip));
  }
  return /** @type {string[]} */ ([...byRequest.values()]);
}

/** @param {import("../types.js").Trip} trip @returns {Cared[]|null} null when it was not fetched */
export function careOf(trip) {
  if (!carried || carried.user !== model.user?.id || carried.date !== today(Date.now())) return null;
  const trips = model.rows.flatMap(({ stop }) => (stop.trip?.request === trip.request ? [keyOf(stop.trip)] : []));
  const known = trips.find((id) => carried && id in carried.trips);
  return known ? carried.trips[known] : null;
}
