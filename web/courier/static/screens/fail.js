// Not delivered: the reason from a list, a note when it helps the next visit, a photo if one likes.
import { html, nothing } from "/npm/lit-html.js";
import { closeDraft, complain, openDraft, openedDraft, saveOnce, write } from "../drafts.js";
import { model, rowOf } from "../model.js";
import { recordFailure } from "../record.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { cardsField, problems, saveBar } from "./form.js";
import { photoField } from "./photo-field.js";
import { missing } from "./stop.js";

/** @typedef {import("../types.js").Draft} Draft */

const keyOf = (/** @type {string} */ id) => `${id}/fail`;

export const title = () => t("Tidak berhasil");
export const leave = closeDraft;

/** @param {string} id */
export async function enter(id) {
  const row = rowOf(id);
  if (row) await openDraft(keyOf(id), () => ({ date: model.route?.date ?? "", cards: row.folded.open }));
}

/** @param {string} id */
export function view(id) {
  const row = rowOf(id);
  const draft = openedDraft(keyOf(id));
  if (!row) return missing();
  if (!draft) return html`<h1 tabindex="-1">${title()}</h1>`;
  return html`
    <a class="back" href=${paths.stop(id)}>${row.stop.name}</a>
    <h1 tabindex="-1">${title()}</h1>
    ${problems()}
    <form id="form" novalidate @submit=${(/** @type {Event} */ event) => submit(event, row, draft)}>
      ${cardsField(row.stop, row.folded.open, draft)}
      <fieldset class="choices" id="reason">
        <legend>${t("Mengapa?")}</legend>
        ${model.route?.failure_reasons.map((one) => html`<label>
          <input type="radio" name="reason" value=${one.code} .checked=${draft.reason === one.code} @change=${() => write({ reason: one.code })} />
          ${one.label}
        </label>`)}
      </fieldset>
      ${draft.reason === "no_access"
        ? html`<p><a href=${paths.blocked(id)}>${t("Laporkan juga jalan yang tidak bisa dilewati")}</a></p>`
        : nothing}
      <label for="note">${t("Catatan (boleh kosong)")}</label>
      <textarea id="note" rows="3" maxlength="500" .value=${draft.note ?? ""}
        @input=${(/** @type {any} */ event) => write({ note: event.target.value })}></textarea>
      ${photoField(draft, t("Foto rumah (boleh kosong)"))}
    </form>
    <p>${t("Kartu tetap Anda bawa sampai dihitung kembali di kantor.")}</p>`;
}

export function bottom(/** @type {string} */ id) {
  return rowOf(id) ? saveBar(t("Simpan “tidak berhasil”")) : nothing;
}

/**
 * @param {Event} event
 * @param {import("../model.js").Row} row
 * @param {Draft} draft
 */
async function submit(event, row, draft) {
  event.preventDefault();
  const lacks = [];
  if (!draft.cards.length) lacks.push(t("Pilih kartu yang tidak berhasil diserahkan."));
  if (!draft.reason) lacks.push(t("Pilih satu alasan."));
  if (draft.reason === "other" && !draft.note?.trim()) lacks.push(t("Tulis alasannya di catatan."));
  if (lacks.length) return complain(lacks);
  return saveOnce(() => recordFailure(row, draft));
}
