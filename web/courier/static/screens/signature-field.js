// A signature drawn with the finger; its strokes stay in the draft until it becomes a picture.
import { html, nothing } from "/npm/lit-html.js";
import { openedDraft, write } from "../drafts.js";
import { encode } from "../photo.js";
import { t } from "../text.js";

/** @typedef {import("../types.js").Draft} Draft */
/** @typedef {import("/npm/signature_pad.js").default} SignaturePad */

const WIDTH = 600;
const HEIGHT = 240;

/** @type {WeakMap<HTMLCanvasElement, SignaturePad>} */
const pads = new WeakMap();

/** Fetched when a form first wants it, and long before by the service worker. */
const load = async () => (await import("/npm/signature_pad.js")).default;

/** @param {Element|null} element */
async function attach(element) {
  if (!(element instanceof HTMLCanvasElement) || pads.has(element)) return;
  const Pad = await load();
  if (pads.has(element)) return;
  const pad = new Pad(element, { penColor: "#111", minWidth: 1.5, maxWidth: 4 });
  pads.set(element, pad);
  pad.addEventListener("endStroke", () => write({ strokes: pad.toData() }));
  const strokes = openedDraft(element.dataset.key ?? "")?.strokes;
  if (strokes?.length) pad.fromData(strokes);
}

/** lit renders after this tick; the canvas is there by the next frame. */
function attachSoon() {
  requestAnimationFrame(() => void attach(document.getElementById("signature")));
}

function wipe() {
  const canvas = /** @type {HTMLCanvasElement|null} */ (document.getElementById("signature"));
  if (canvas) pads.get(canvas)?.clear();
  write({ strokes: [] });
}

/**
 * @param {Draft} draft
 * @param {boolean} isNeeded
 */
export function signatureField(draft, isNeeded) {
  attachSoon();
  return html`<div class="signature">
    <p id="signature-label">${isNeeded ? t("Tanda tangan penerima") : t("Tanda tangan penerima (boleh kosong)")}</p>
    <canvas id="signature" width=${WIDTH} height=${HEIGHT} data-key=${draft.key} role="img" aria-labelledby="signature-label"></canvas>
    ${draft.strokes?.length ? html`<button type="button" class="secondary" @click=${wipe}>${t("Hapus tanda tangan")}</button>` : nothing}
  </div>`;
}

/** @param {Draft} draft */
export async function signaturePicture(draft) {
  if (!draft.strokes?.length) return null;
  const Pad = await load();
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  new Pad(canvas, { penColor: "#111", backgroundColor: "#fff" }).fromData(draft.strokes);
  return encode(canvas, "image/png");
}
