// One photo by the phone's own camera, shown small, taken again at will.
import { html, nothing } from "/npm/lit-html.js";
import { write } from "../drafts.js";
import { shrink } from "../photo.js";
import { photoObstacle } from "../record.js";
import { t } from "../text.js";
import { toast } from "../toast.js";
import { size } from "../words.js";
import { icon } from "./marks.js";

/** @typedef {import("../types.js").Picture} Picture */

/** Object URLs by picture, so that a re-render neither flickers nor leaks.
 * @type {{picture: Picture, url: string}|null} */
let shown = null;

/** @param {Picture} picture */
function preview(picture) {
  if (shown?.picture.bytes === picture.bytes) return shown.url;
  if (shown) URL.revokeObjectURL(shown.url);
  shown = { picture, url: URL.createObjectURL(new Blob([picture.bytes], { type: picture.type })) };
  return shown.url;
}

/** @param {Event} event */
async function take(event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  input.value = "";
  if (!file) return;
  const obstacle = await photoObstacle();
  if (obstacle) return toast(obstacle);
  const photo = await shrink(file).catch(() => null);
  if (photo) return write({ photo });
  return toast(t("Foto tidak terbaca. Ambil sekali lagi dengan kamera."));
}

/**
 * @param {import("../types.js").Draft} draft
 * @param {string} label
 */
export function photoField(draft, label) {
  const { photo } = draft;
  return html`<div class="photo">
    <label class="camera">
      ${icon("camera")} <span>${photo ? t("Ambil ulang foto") : label}</span>
      <input type="file" accept="image/*" capture="environment" @change=${take} />
    </label>
    ${photo
      ? html`<figure>
          <img src=${preview(photo)} alt=${t("Foto yang diambil")} width="96" height="96" />
          <figcaption>${t("Foto siap, {size}", { size: size(photo.bytes.byteLength) })}</figcaption>
        </figure>`
      : nothing}
  </div>`;
}
