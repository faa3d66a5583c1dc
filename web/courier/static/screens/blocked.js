// Tak bisa lewat: a road that stopped somebody, told to the office with place, class and photo.
import { html, nothing } from "/npm/lit-html.js";
import { closeDraft, complain, openDraft, openedDraft, saveOnce, write } from "../drafts.js";
import { model, rowOf } from "../model.js";
import { save } from "../outbox.js";
import { named } from "../photo.js";
import { done, frame } from "../record.js";
import { paths } from "../router.js";
import { t } from "../text.js";
import { problems, saveBar } from "./form.js";
import { photoField } from "./photo-field.js";
import { closeMap, openMap, placeField, placeOf } from "./place-field.js";
import { missing } from "./stop.js";

/** @typedef {import("../types.js").Draft} Draft */

const keyOf = (/** @type {string} */ id) => `${id}/blocked`;

export const title = () => t("Tak bisa lewat");

export function leave() {
  closeMap();
  closeDraft();
}

/** @param {string} id */
export async function enter(id) {
  const row = rowOf(id);
  if (!row) return;
  await openDraft(keyOf(id), () => ({ date: model.route?.date ?? "", cards: [], profiles: [row.manifest.vehicle] }));
  const draft = openedDraft(keyOf(id));
  if (draft?.place === "map") queueMicrotask(() => void openMap(row, draft));
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
    <p>${t("Kantor memeriksa laporan ini. Rute berikutnya menghindari jalan itu.")}</p>
    ${problems()}
    <form id="form" novalidate @submit=${(/** @type {Event} */ event) => submit(event, row, draft)}>
      <fieldset class="choices" id="reason">
        <legend>${t("Apa yang menghalangi?")}</legend>
        ${(model.route?.block_reasons ?? []).map((one) => html`<label>
          <input type="radio" name="reason" value=${one.code} .checked=${draft.reason === one.code} @change=${() => write({ reason: one.code })} />
          ${one.label}
        </label>`)}
      </fieldset>
      ${placeField(row, draft)} ${classes(draft)}
      ${photoField(draft, t("Foto jalannya (boleh kosong)"))}
      <label for="note">${t("Catatan (boleh kosong)")}</label>
      <textarea id="note" rows="2" maxlength="500" .value=${draft.note ?? ""}
        @input=${(/** @type {any} */ event) => write({ note: event.target.value })}></textarea>
    </form>`;
}

export function bottom(/** @type {string} */ id) {
  return rowOf(id) ? saveBar(t("Simpan laporan jalan")) : nothing;
}

/** @param {Draft} draft */
function classes(draft) {
  const chosen = draft.profiles ?? [];
  const toggle = (/** @type {string} */ name) =>
    write({ profiles: chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name] });
  return html`<fieldset class="choices" id="profiles">
    <legend>${t("Siapa yang tidak bisa lewat?")}</legend>
    ${[["motor", t("Motor")], ["mobil", t("Mobil")], ["foot", t("Pejalan kaki")]].map(([name, word]) => html`<label>
      <input type="checkbox" name="profiles" value=${name} .checked=${chosen.includes(name)} @change=${() => toggle(name)} />
      ${word}
    </label>`)}
  </fieldset>`;
}

/**
 * @param {Event} event
 * @param {import("../model.js").Row} row
 * @param {Draft} draft
 */
async function submit(event, row, draft) {
  event.preventDefault();
  const lacks = [];
  const place = placeOf(row, draft);
  if (!draft.reason) lacks.push(t("Pilih apa yang menghalangi."));
  if (draft.reason === "other" && !draft.note?.trim()) lacks.push(t("Tulis alasannya di catatan."));
  if (!place) lacks.push(t("Tunjukkan tempatnya."));
  if (!draft.profiles?.length) lacks.push(t("Pilih siapa yang tidak bisa lewat."));
  if (lacks.length || !place) return complain(lacks);
  return saveOnce(() => record(row, draft, place));
}

/**
 * A road on the way to this door; the door itself goes on waiting.
 * @param {import("../model.js").Row} row
 * @param {Draft} draft
 * @param {import("./place-field.js").Place} place
 */
async function record(row, draft, { lat, lon, accuracy }) {
  const photo = draft.photo ? await named(draft.photo) : null;
  const kept = await save({
    ...frame(row),
    kind: "blocked",
    data: { lat, lon, accuracy, profiles: draft.profiles, reason: draft.reason, note: (draft.note ?? "").trim() },
    pictures: photo ? [photo] : [],
    photos: photo ? [photo.sha] : [],
    draft: draft.key,
  });
  await done(kept, t("Laporan jalan tersimpan di HP."));
}
