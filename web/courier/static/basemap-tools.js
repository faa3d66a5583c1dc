// What draws the city's map, kept beside it: who never wants the map never pays for these.
export const TOOLS = ["/npm/pmtiles.js", "/npm/protomaps-leaflet.js", "/static/basemap-style.js"];
export const SHELF = "peta-kota";
