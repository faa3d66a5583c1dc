// A stop of jemput in words: who gets in or out, what helps him, asked and planned times apart.
import { html, nothing } from "/npm/lit-html.js";
import { t } from "../text.js";
import { purpose } from "../trip-words.js";
import { clock } from "../words.js";

/** @param {import("../model.js").Row} row */
export function tripFacts({ stop }) {
  const { trip } = stop;
  if (!trip) return nothing;
  return html`<section class="trip">
    <p class="purpose"><strong>${purpose(trip)}</strong>${trip.office ? html` · ${trip.office}` : nothing}</p>
    <ul>${trip.people.map((one) => html`<li><strong>${one.name}</strong>: ${one.aid}${one.companion ? t(", dengan pendamping") : ""}</li>`)}</ul>
    ${trip.meet_note ? html`<p>${t("Mobil berhenti di: {place}", { place: trip.meet_note })}</p>` : nothing}
    <p>${t("Kode keluarga: {code}", { code: trip.check_code })}</p>
    <dl class="times">
      <dt>${t("Diminta")}</dt><dd>${span(trip.requested)}</dd>
      <dt>${t("Direncanakan")}</dt><dd>${clock(stop.arrival)}${trip.will_call ? ` · ${t("menunggu panggilan")}` : ""}</dd>
      <dt>${t("Terjadi")}</dt><dd>${trip.performed ? clock(trip.performed) : "–"}</dd>
    </dl>
  </section>`;
}

/** @param {[string|null, string|null]} ends */
function span([from, until]) {
  if (!from) return "–";
  return until ? `${clock(from)}–${clock(until)}` : t("sesudah {time}", { time: clock(from) });
}
