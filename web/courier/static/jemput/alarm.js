// An open return is told before the shift ends, and as long as it is open.
import { html, nothing } from "/npm/lit-html.js";
import { model } from "../model.js";
import { t } from "../text.js";
import { away } from "./next.js";

const BEFORE_END = 60 * 60_000;

export function alarm() {
  const ends = Math.max(0, ...(model.route?.manifests ?? []).map((manifest) => Date.parse(manifest.end.at)));
  if (!ends || Date.now() < ends - BEFORE_END) return nothing;
  const names = away(model.rows, model.events);
  if (!names.length) return nothing;
  return html`<div class="notice danger" role="alert"><p><strong>${t("Belum pulang: {names}.", { names: names.join(", ") })}</strong>
    ${t("Jangan selesai bertugas sebelum semua sampai di rumah. Bila tidak bisa mengantar, telepon kantor.")}</p></div>`;
}
