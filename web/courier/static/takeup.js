// Taking up a newly published route: done stops stay, and the courier is told what changed.

/** @typedef {import("./types.js").Stop} Stop */
/** @typedef {import("./types.js").Change} Change */
/** @typedef {import("./types.js").Manifest} Manifest */

/** @param {Stop} stop */
const cardsOf = (stop) => stop.cards.map((card) => card.id).sort((a, b) => a - b).join();

/** @param {Stop} stop */
const face = (stop) => JSON.stringify([stop.name, stop.address, stop.phone, stop.brief, stop.lat, stop.lon, cardsOf(stop)]);

/**
 * @param {Stop} fresh
 * @param {Stop} known
 * @returns {import("./types.js").ChangeKind|null}
 */
function difference(fresh, known) {
  if (fresh.trip?.called_off && !known.trip?.called_off) return "gone";
  if (face(fresh) !== face(known)) return "changed";
  return fresh.sequence === known.sequence ? null : "moved";
}

/**
 * @param {Manifest[]} before
 * @param {Manifest[]} after
 * @param {(stop: Stop) => boolean} isDone
 * @returns {{manifests: Manifest[], changes: Change[]}}
 */
export function takeUp(before, after, isDone) {
  const old = before.flatMap((manifest) => manifest.stops);
  /** @type {Set<string>} */
  const met = new Set();
  /** @type {Change[]} */
  const changes = [];
  const manifests = after.map((manifest) => ({
    ...manifest,
    stops: manifest.stops.map((stop) => {
      const known = old.find((one) => one.id === stop.id) ?? old.find((one) => stop.cards.length && !met.has(one.id) && cardsOf(one) === cardsOf(stop));
      if (known) met.add(known.id);
      const kind = known ? difference(stop, known) : "new";
      if (kind && old.length) changes.push({ id: stop.id, name: stop.name, kind });
      if (!known) return stop;
      const earlier = known.continues ?? [];
      return { ...stop, continues: known.id === stop.id ? earlier : [...earlier, known.id] };
    }),
  }));
  const gone = old.filter((stop) => !met.has(stop.id));
  const kept = gone.filter(isDone).map((stop) => ({ ...stop, superseded: true }));
  changes.push(...gone.filter((stop) => !isDone(stop)).map((stop) => ({ id: stop.id, name: stop.name, kind: /** @type {const} */ ("gone") })));
  if (kept.length) hold(manifests, before, kept);
  return { manifests, changes };
}

/**
 * @param {Manifest[]} manifests
 * @param {Manifest[]} before
 * @param {Stop[]} kept
 */
function hold(manifests, before, kept) {
  if (manifests.length) manifests[0].stops.push(...kept);
  else manifests.push({ ...before[0], stops: kept });
}

/** @param {Manifest[]} manifests */
export function versions(manifests) {
  return manifests.map((manifest) => `${manifest.id}.${manifest.version}`).join();
}
