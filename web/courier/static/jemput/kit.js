// Recorded at the bed: two photos are the proof, as on the city's own form.
import { html, nothing } from "/npm/lit-html.js";
import { closeDraft, complain, openDraft, openedDraft, saveOnce } from "../drafts.js";
import { model, rowOf } from "../model.js";
import { paths } from "../router.js";
import { problems, saveBar } from "../screens/form.js";
import { photoField } from "../screens/photo-field.js";
import { missing } from "../screens/stop.js";
import { t } from "../text.js";
import { recordKit } from "./record.js";

/** @typedef {import("../types.js").Draft} Draft */

const keyOf = (/** @type {string} */ id) => `${id}/kit`;

export const title = () => t("Selesai direkam");
export const leave = closeDraft;

/** @param {string} id */
export async function enter(id) {
  if (rowOf(id)) await openDraft(keyOf(id), () => ({ date: model.route?.date ?? "", cards: [] }));
}

/** @param {string} id */
export function view(id) {
  const row = rowOf(id);
  const draft = openedDraft(keyOf(id));
  if (!row?.stop.trip) return missing();
  if (!draft) return html`<h1 tabindex="-1">${title()}</h1>`;
  return html`
    <a class="back" href=${paths.stop(id)}>${row.stop.name}</a>
    <h1 tabindex="-1">${title()}</h1>
    ${problems()}
    <form id="form" novalidate @submit=${(/** @type {Event} */ event) => submit(event, row, draft)}>
      ${photoField(draft, t("Foto saat perekaman"))}
      ${photoField(draft, t("Foto orangnya dengan petugas"), "second")}
    </form>`;
}

export function bottom(/** @type {string} */ id) {
  return rowOf(id) ? saveBar(t("Simpan perekaman")) : nothing;
}

/**
 * @param {Event} event
 * @param {import("../model.js").Row} row
 * @param {Draft} draft
 */
async function submit(event, row, draft) {
  event.preventDefault();
  if (!draft.photo || !draft.second) return complain([t("Perekaman di rumah perlu dua foto bukti.")]);
  return saveOnce(() => recordKit(row, draft));
}
