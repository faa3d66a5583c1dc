// How the map is painted, by day and by night. A plain script: the office, the phone and the
// sandboxed frame of the day's map all load it beside Leaflet, pmtiles and protomaps-leaflet.
{
  const scope = /** @type {any} */ (globalThis);

  const DAY = {
    ground: "#f4f2ec", water: "#a6cfe6", wood: "#cfe3bf", park: "#d8ebc8", field: "#e8ecd2", works: "#e4e0e6",
    casing: "#b9b4a8", highway: "#f2a65e", major: "#fbe29a", minor: "#ffffff", path: "#8d7b66", rail: "#8f8f8f",
    road: "#3c3a35", halo: "#ffffff", place: "#4d3f73", stream: "#1f5f86",
    mosque: "#0b6b4f", worship: "#5a4a86", school: "#1f5fa8", clinic: "#a32020", market: "#8a4b00", office: "#4a4f55",
  };
  const NIGHT = {
    ground: "#1d2225", water: "#1c3f57", wood: "#22332a", park: "#25382c", field: "#272c24", works: "#2a282d",
    casing: "#101315", highway: "#8a5a2b", major: "#6e6033", minor: "#485056", path: "#8f8064", rail: "#6d6d6d",
    road: "#e4e2da", halo: "#14181a", place: "#cdbdf2", stream: "#8fc7ea",
    mosque: "#7fdcba", worship: "#c3b4ef", school: "#8fc1ff", clinic: "#ff9c9c", market: "#f0b563", office: "#c3c9cf",
  };
  /** @type {Record<string, keyof typeof DAY>} */
  const LAND = { park: "park", cemetery: "park", grass: "park", wood: "wood", farmland: "field", industrial: "works" };
  /** @type {Record<string, keyof typeof DAY>} */
  const SIGNS = {
    mosque: "mosque", worship: "worship", school: "school", clinic: "clinic", market: "market", warung: "market",
    shop: "market", office: "office", landmark: "office",
  };
  // Widths in pixels at zooms 10, 13, 16 and 19.
  const WIDTHS = { highway: [1.5, 3, 9, 26], major_road: [0.8, 2.2, 8, 24], minor_road: [0.2, 0.9, 5, 17] };

  /** @param {typeof DAY} colour */
  function paintRules(colour) {
    const { PolygonSymbolizer, LineSymbolizer } = scope.protomapsL;
    const area = 3, line = 2;
    const is = (/** @type {string} */ kind) => (/** @type {any} */ _z, /** @type {any} */ f) => f.props.kind === kind;
    const roads = /** @type {[keyof typeof WIDTHS, string][]} */ (
      [["minor_road", colour.minor], ["major_road", colour.major], ["highway", colour.highway]]);
    return [
      {
        dataLayer: "landuse",
        symbolizer: new PolygonSymbolizer({ fill: (/** @type {any} */ _z, /** @type {any} */ f) => colour[LAND[f.props.kind] ?? "ground"] }),
      },
      { dataLayer: "water", symbolizer: new PolygonSymbolizer({ fill: colour.water }), filter: (/** @type {any} */ _z, /** @type {any} */ f) => f.geomType === area },
      {
        dataLayer: "water",
        symbolizer: new LineSymbolizer({
          color: colour.water,
          width: (/** @type {number} */ z, /** @type {any} */ f) => (f?.props.kind === "river" ? grow([1.5, 3, 8, 20], z) : grow([0.5, 1, 2, 5], z)),
          perFeature: true,
        }),
        filter: (/** @type {any} */ _z, /** @type {any} */ f) => f.geomType === line,
      },
      {
        dataLayer: "roads", minzoom: 14, filter: is("path"),
        symbolizer: new LineSymbolizer({ color: colour.path, dash: [4, 2], width: (/** @type {number} */ z) => grow([0.3, 0.6, 1.6, 4], z) }),
      },
      {
        dataLayer: "roads", filter: is("rail"),
        symbolizer: new LineSymbolizer({ color: colour.rail, dash: [6, 4], width: (/** @type {number} */ z) => grow([0.5, 1, 2, 4], z) }),
      },
      ...roads.map(([kind]) => ({
        dataLayer: "roads", filter: is(kind), minzoom: 12,
        symbolizer: new LineSymbolizer({ color: colour.casing, lineCap: "round", lineJoin: "round", width: (/** @type {number} */ z) => grow(WIDTHS[kind], z) + 1.5 }),
      })),
      ...roads.map(([kind, color]) => ({
        dataLayer: "roads", filter: is(kind),
        symbolizer: new LineSymbolizer({ color, lineCap: "round", lineJoin: "round", width: (/** @type {number} */ z) => grow(WIDTHS[kind], z) }),
      })),
    ];
  }

  /** @param {typeof DAY} colour */
  function labelRules(colour) {
    const { CenteredTextSymbolizer, CircleSymbolizer, GroupSymbolizer, LineLabelSymbolizer, OffsetTextSymbolizer } = scope.protomapsL;
    const text = (/** @type {string} */ fill, /** @type {string} */ font) => ({ labelProps: ["name"], fill, font, stroke: colour.halo, width: 2 });
    const sign = (/** @type {any} */ _z, /** @type {any} */ f) => colour[SIGNS[f?.props.kind] ?? "office"];
    const kinds = (/** @type {string[]} */ ...wanted) => (/** @type {any} */ _z, /** @type {any} */ f) => wanted.includes(f.props.kind);
    return [
      { dataLayer: "places", maxzoom: 17, filter: kinds("city", "town", "suburb", "village", "quarter"), symbolizer: new CenteredTextSymbolizer(text(colour.place, "600 14px sans-serif")) },
      { dataLayer: "places", minzoom: 14, filter: kinds("neighbourhood", "hamlet", "isolated_dwelling", "locality"), symbolizer: new CenteredTextSymbolizer(text(colour.place, "italic 600 13px sans-serif")) },
      { dataLayer: "roads", minzoom: 13, filter: kinds("highway", "major_road"), symbolizer: new LineLabelSymbolizer(text(colour.road, "600 12px sans-serif")) },
      { dataLayer: "roads", minzoom: 15, filter: kinds("minor_road", "path"), symbolizer: new LineLabelSymbolizer({ ...text(colour.road, "12px sans-serif"), repeatDistance: 120 }) },
      {
        dataLayer: "pois", minzoom: 14,
        symbolizer: new GroupSymbolizer([
          new CircleSymbolizer({ radius: 4, fill: sign, stroke: colour.halo, width: 1.5 }),
          new OffsetTextSymbolizer({ ...text("", "12px sans-serif"), fill: sign, offsetX: 7, offsetY: 4 }),
        ]),
      },
      { dataLayer: "water", minzoom: 13, filter: (/** @type {any} */ _z, /** @type {any} */ f) => f.geomType === 2, symbolizer: new LineLabelSymbolizer(text(colour.stream, "italic 12px sans-serif")) },
    ];
  }

  /** @param {number[]} widths @param {number} zoom */
  function grow(widths, zoom) {
    const at = Math.min(Math.max((zoom - 10) / 3, 0), widths.length - 1);
    const low = Math.floor(at), high = Math.ceil(at);
    return widths[low] + (widths[high] - widths[low]) * (at - low);
  }

  /**
   * Put the basemap under everything else, and say who drew it.
   * @param {any} map of Leaflet
   * @param {any} source a file or an address, in pmtiles' terms
   * @param {{attribution: string, dark: boolean}} look
   */
  scope.addBasemap = (map, source, { attribution, dark }) => {
    const colour = dark ? NIGHT : DAY;
    const layer = scope.protomapsL.leafletLayer({
      url: new scope.pmtiles.PMTiles(source),
      attribution, backgroundColor: colour.ground, maxDataZoom: 14, minZoom: 9, maxZoom: 20, noWrap: true,
      paintRules: paintRules(colour), labelRules: labelRules(colour), lang: "id",
    });
    scope.L.control.attribution({ prefix: false }).addTo(map);
    layer.once("load", () => {
      map.getContainer().dataset.basemap = "drawn";
      performance.mark("basemap-drawn");
    });
    return layer.addTo(map);
  };
}
