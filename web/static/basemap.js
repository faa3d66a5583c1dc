// The basemap under a map of the office, where the installation has one.
const TOOLS = ["/npm/pmtiles.js", "/npm/protomaps-leaflet.js", "/static/basemap-style.js"];

/** @param {typeof import("/npm/leaflet.js")} leaflet @param {import("/npm/leaflet.js").Map} map */
export async function basemapUnder(leaflet, map) {
  const answer = await fetch("/api/basemap", { signal: AbortSignal.timeout(20000) }).catch(() => null);
  if (answer?.status !== 200) return;
  const about = await answer.json();
  const scope = /** @type {any} */ (globalThis);
  scope.L ??= leaflet; // protomaps-leaflet looks for it there
  await Promise.all(TOOLS.map(script));
  const { theme } = document.documentElement.dataset;
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  scope.addBasemap(map, about.url, { attribution: about.attribution, dark });
}

/** @param {string} address */
function script(address) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}
