// What a driver needs beyond a courier comes with a route that has trips: who carries cards never waits for it.

/** @type {typeof import("./jemput/index.js")|null} */
export let jemput = null;

/** @param {import("./types.js").Manifest[]} manifests */
export async function bringTrips(manifests) {
  if (jemput || !manifests.some(({ stops }) => stops.some((stop) => stop.trip))) return;
  jemput = await import("./jemput/index.js").catch(() => null);
}
