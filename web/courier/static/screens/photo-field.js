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

/** @typedef {"photo"|"second"} Name */

/** Object URLs by field, so that a re-render neither flickers nor leaks.
 * @type {Map<Name, {picture: Picture, url: string}>} */
const shown = new Map();

/** @param {Picture} picture @param {Name} name */
function preview(picture, name) {
  const before = shown.get(name);
  if (before?.picture.bytes === picture.bytes) return before.url;
  if (before) URL.revokeObjectURL(before.url);
  const url = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
  shown.set(name, { picture, url });
  return url;
}

/** @param {Event} event @param {Name} name */
async function take(event, name) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  input.value = "";
  if (!file) return;
  const obstacle = await photoObstacle();
  if (obstacle) return toast(obstacle);
  const photo = await shrink(file).catch(() => null);
  if (photo) return write({ [name]: photo });
  return toast(t("Foto tidak terbaca. Ambil sekali lagi dengan kamera."));
}

/**
 * @param {import("../types.js").Draft} draft
 * @param {string} label
 * @param {Name} [name]
 */
export function photoField(draft, label, name = "photo") {
  const photo = draft[name];
  return html`<div class="photo">
    <label class="camera">
      ${icon("camera")} <span>${photo ? t("Ambil ulang foto") : label}</span>
      <input type="file" accept="image/*" capture="environment" @change=${(/** @type {Event} */ event) => take(event, name)} />
    </label>
    ${photo
      ? html`<figure>
          <img src=${preview(photo, name)} alt=${t("Foto yang diambil")} width="96" height="96" />
          <figcaption>${t("Foto siap, {size}", { size: size(photo.bytes.byteLength) })}</figcaption>
        </figure>`
      : nothing}
  </div>`;
}
