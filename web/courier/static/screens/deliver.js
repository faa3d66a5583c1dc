// Handing over: who receives, a photo, a signature, save.
import { html, nothing } from "/npm/lit-html.js";
import { closeDraft, complain, openDraft, openedDraft, saveOnce, write } from "../drafts.js";
import { model, rowOf } from "../model.js";
import { recordDelivery } from "../record.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { cardsField, problems, saveBar } from "./form.js";
import { photoField } from "./photo-field.js";
import { pinField } from "./pin-field.js";
import { signatureField, signaturePicture } from "./signature-field.js";
import { missing } from "./stop.js";

/** @typedef {import("../types.js").Draft} Draft */
/** @typedef {import("../model.js").Row} Row */

const keyOf = (/** @type {string} */ id) => `${id}/deliver`;

export const title = () => t("Serahkan kartu");
export const leave = closeDraft;

/** @param {string} id */
export async function enter(id) {
  const row = rowOf(id);
  if (row) await openDraft(keyOf(id), () => ({ date: model.route?.date ?? "", cards: row.folded.undelivered }));
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
      ${cardsField(row.stop, row.folded.undelivered, draft)} ${receiver(row, draft)} ${photoField(draft, t("Foto serah terima"))}
      ${signatureField(draft, isSigned())} ${pinField(row, draft)}
    </form>`;
}

export function bottom(/** @type {string} */ id) {
  return rowOf(id) ? saveBar(t("Simpan penyerahan")) : nothing;
}

const isSigned = () => model.route?.settings.signature === "required";

/**
 * The one at the door is the holder most of the time: choosing "self" writes the name.
 * @param {Row} row
 * @param {Draft} draft
 */
function receiver(row, draft) {
  const holder = row.stop.cards.find((card) => draft.cards.includes(card.id))?.name ?? row.stop.name;
  const relations = model.route?.settings.relations ?? [];
  const chosen = relations.find((one) => one.code === draft.relation);
  const choose = (/** @type {string} */ relation) => {
    const typed = draft.receiver && draft.receiver !== holder ? draft.receiver : "";
    write({ relation, receiver: relation === "self" ? holder : typed });
  };
  return html`
    <fieldset class="choices" id="relation">
      <legend>${t("Siapa yang menerima?")}</legend>
      ${relations.map((one) => html`<label>
        <input type="radio" name="relation" value=${one.code} .checked=${draft.relation === one.code} @change=${() => choose(one.code)} />
        ${one.label}
      </label>`)}
    </fieldset>
    ${chosen && !chosen.allowed
      ? html`<p class="notice">${t("Menurut aturan kantor, penerima ini sebaiknya tidak menerima kartu. Bila tetap diserahkan, kantor akan memeriksanya.")}</p>`
      : nothing}
    <label for="receiver">${t("Nama penerima")}</label>
    <input id="receiver" autocomplete="off" maxlength="120" .value=${draft.receiver ?? ""}
      @input=${(/** @type {any} */ event) => write({ receiver: event.target.value })} />`;
}

/**
 * @param {Event} event
 * @param {Row} row
 * @param {Draft} draft
 */
async function submit(event, row, draft) {
  event.preventDefault();
  const lacks = [];
  if (!draft.cards.length) lacks.push(t("Pilih kartu yang diserahkan."));
  if (!draft.relation) lacks.push(t("Pilih siapa yang menerima."));
  if (!draft.receiver?.trim()) lacks.push(t("Tulis nama penerima."));
  if (isSigned() && !draft.strokes?.length) lacks.push(t("Minta penerima menandatangani di kotak tanda tangan."));
  if (lacks.length) return complain(lacks);
  return saveOnce(async () => recordDelivery(row, draft, await signaturePicture(draft)));
}
