// Writing an event down, and taking one back: both are new facts, neither edits an old one.
import { uuid } from "./device.js";
import { writeEvent } from "./store.js";
import { t } from "./text.js";

/** @typedef {import("./types.js").Kept} Kept */
/** @typedef {import("./types.js").Blob} Blob */
/** @typedef {import("./types.js").Picture} Picture */

/**
 * @typedef {object} Record
 * @property {{user: number, date: string}} route
 * @property {{id: string, name: string}} stop
 * @property {number} version
 * @property {string} kind
 * @property {{[name: string]: any}} data
 * @property {(Picture & {sha: string})[]} [pictures]
 * @property {string[]} [photos]
 * @property {string|null} [draft]
 */

/** @param {Record} record @returns {Promise<Kept>} */
export function save({ route, stop, version, kind, data, pictures = [], photos = [], draft = null }) {
  const id = uuid();
  /** @type {Blob[]} */
  const blobs = pictures.map(({ sha, type, bytes }) => ({ sha, user: route.user, event: id, type, bytes, fault: null }));
  const at = new Date().toISOString();
  return writeEvent((seq) => ({
    id,
    seq,
    user: route.user,
    date: route.date,
    label: stop.name,
    status: "waiting",
    fault: null,
    body: { id, stop: stop.id, kind, seq, at, route_version: version, photos, data },
  }), blobs, draft);
}

/**
 * @param {Kept} kept
 * @param {string} reason
 */
export function takeBack(kept, reason) {
  return save({
    route: kept,
    stop: { id: kept.body.stop, name: kept.label },
    version: kept.body.route_version,
    kind: "undone",
    data: { takes_back: kept.id, reason: reason || t("Dibatalkan langsung sesudah disimpan") },
  });
}
