// Pictures: made small before they are kept, named by their own fingerprint, refused when space runs out.

/** @typedef {import("./types.js").Picture} Picture */

const LONGEST_SIDE = 1280;
const QUALITY = 0.7;

/** Room left untouched, so that thousands of events still fit after the last photo. */
const RESERVE = 20_000_000;

/** Photos stop early; events never do. */
export const hasRoomForPhotos = async () => (await room()) > 0;

/** Bytes that anything but events may still take. */
export async function room() {
  const estimate = await navigator.storage?.estimate?.();
  if (!estimate?.quota) return Infinity;
  return estimate.quota - (estimate.usage ?? 0) - RESERVE;
}

/** Redrawing also drops the camera's EXIF, position included.
 * @param {File} file @returns {Promise<Picture>} */
export async function shrink(file) {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return encode(canvas, "image/jpeg");
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {"image/jpeg"|"image/png"} type
 * @returns {Promise<Picture>}
 */
export async function encode(canvas, type) {
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
  if (!blob) throw new Error("canvas gave no image");
  return { bytes: await /** @type {globalThis.Blob} */ (blob).arrayBuffer(), type };
}

/** @param {Picture} picture */
export async function named(picture) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", picture.bytes));
  return { ...picture, sha: [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
}
