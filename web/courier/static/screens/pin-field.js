// At the door one knows where the door is: the pin is confirmed or corrected, never demanded.
import { html, nothing } from "/npm/lit-html.js";
import { write } from "../drafts.js";
import { t } from "../text.js";
import { toast } from "../toast.js";
import { doubt } from "../words.js";
import { icon } from "./marks.js";

const SECONDS = 15;

function locate() {
  const found = (/** @type {GeolocationPosition} */ { coords }) => {
    const { latitude: lat, longitude: lon, accuracy } = coords;
    write({ position: { lat, lon, accuracy: Math.round(accuracy) }, pin: true });
  };
  const lost = () => toast(t("Posisi HP tidak didapat. Tidak apa-apa, catatan tetap bisa disimpan."));
  navigator.geolocation?.getCurrentPosition(found, lost, { enableHighAccuracy: true, timeout: SECONDS * 1000 });
}

/**
 * @param {import("../model.js").Row} row
 * @param {import("../types.js").Draft} draft
 */
export function pinField({ stop }, draft) {
  if (stop.confidence === "confirmed") return nothing;
  return html`<fieldset class="choices">
    <legend>${t("Letak pintu")}</legend>
    <p>${doubt(stop.confidence)}.</p>
    <label>
      <input type="checkbox" .checked=${Boolean(draft.pin)}
        @change=${(/** @type {any} */ event) => write({ pin: event.target.checked, position: undefined })} />
      ${draft.position
        ? t("Titik dipindah ke posisi HP ini (±{metres} m)", { metres: draft.position.accuracy })
        : t("Titik di peta ini tepat di pintu")}
    </label>
    <button type="button" class="secondary" @click=${locate}>${icon("locate-fixed")} ${t("Saya di depan pintu: pakai posisi HP")}</button>
  </fieldset>`;
}
