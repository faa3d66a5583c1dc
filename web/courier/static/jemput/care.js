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
/** @typedef {{user: number, date: string, trips: Record<string, Cared[]>}} Carried */

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
  const wanted = idsOf(route).filter((id) => !(`${id}` in trips));
  for (const id of wanted) {
    const answer = await fetched(id);
    if (answer === null) break;
    if (answer) trips[id] = answer.riders;
  }
  if (!wanted.length) return;
  carried = { user: user.id, date, trips };
  await remember("care", carried);
  tell();
}

/** Null without signal; nothing for a trip that another driver has by now. @param {number} id */
function fetched(id) {
  return ask(`/api/jemput/trips/${id}/care`).catch((error) => (error instanceof Refused ? undefined : null));
}

/** One of each household is enough: the same people ride back. @param {import("../types.js").Route} route */
function idsOf(route) {
  const byRequest = new Map();
  for (const { trip } of route.manifests.flatMap((manifest) => manifest.stops)) {
    if (trip?.id && !byRequest.has(trip.request)) byRequest.set(trip.request, trip.id);
  }
  return /** @type {number[]} */ ([...byRequest.values()]);
}

/** @param {import("../types.js").Trip} trip @returns {Cared[]|null} null when it was not fetched */
export function careOf(trip) {
  if (!carried || carried.user !== model.user?.id || carried.date !== today(Date.now())) return null;
  const trips = model.rows.flatMap(({ stop }) => (stop.trip?.request === trip.request && stop.trip.id ? [`${stop.trip.id}`] : []));
  const known = trips.find((id) => carried && id in carried.trips);
  return known ? carried.trips[known] : null;
}
