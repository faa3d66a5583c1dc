// Screens live behind the hash, so that the phone's own Back button walks between them.

/** @typedef {{screen: string, id: string}} Where */

/** @returns {Where} */
export function where() {
  const [first = "", id = "", act = ""] = location.hash.replace(/^#\/?/, "").split("/");
  if (first === "alamat") return { screen: act || "stop", id };
  return { screen: first || "today", id: "" };
}

export const paths = {
  today: "#/",
  map: "#/peta",
  outbox: "#/kotak",
  account: "#/akun",
  /** @param {string} id */
  stop: (id) => `#/alamat/${id}`,
  /** @param {string} id */
  deliver: (id) => `#/alamat/${id}/serah`,
  /** @param {string} id */
  fail: (id) => `#/alamat/${id}/gagal`,
  /** @param {string} id */
  blocked: (id) => `#/alamat/${id}/buntu`,
  /** @param {string} id */
  tripEnd: (id) => `#/alamat/${id}/tidak`,
  /** @param {string} id */
  kit: (id) => `#/alamat/${id}/rekam`,
  /** @param {string} id of the event */
  undo: (id) => `#/alamat/${id}/batal`,
};

/** Where the list was scrolled to: it keeps its place until something is done. */
let place = 0;

export const placeOfList = () => place;

/** @param {number} y */
export const rememberPlace = (y) => void (place = y);

/** Leave a finished form so that Back does not open it again. @param {string} path */
export function finish(path) {
  place = 0;
  if (location.hash === path) scrollTo(0, 0);
  else location.replace(path);
}
