// How a trip's facts and next steps are said to a driver.
import { t } from "./text.js";

/** @param {string} kind of a fact */
export function factWord(kind) {
  return {
    arrived: t("Sampai di titik jemput"), called: t("Menelepon"), aboard: t("Naik ke mobil"), dropped: t("Turun dari mobil"),
    at_office: t("Diterima petugas kantor"), ready: t("Siap pulang"), home: t("Sudah di dalam rumah"),
    home_own_way: t("Pulang dengan keluarga"), no_show: t("Tidak ada di tempat"), door_cancelled: t("Dibatalkan di pintu"),
    late_cancelled: t("Dibatalkan mendadak"), cancelled: t("Dibatalkan"), missed: t("Tidak terjemput oleh kami"),
    sos: t("SOS"), kit_arrived: t("Sampai di rumah"), kit_recorded: t("Selesai direkam"), kit_failed: t("Perekaman tidak berhasil"),
  }[kind] ?? kind;
}

/** @param {string} kind @returns {string} the button that says so */
export function stepWord(kind) {
  return {
    arrived: t("Saya sudah sampai"), aboard: t("Semua sudah naik"), dropped: t("Semua sudah turun"),
    at_office: t("Sudah diterima petugas kantor"), ready: t("Sudah direkam, siap pulang"), home: t("Sudah di dalam rumah"),
    kit_arrived: t("Saya sudah sampai"), kit_recorded: t("Selesai direkam, ambil foto"),
  }[kind] ?? factWord(kind);
}

/** @param {import("./types.js").Trip} trip */
export function purpose(trip) {
  if (trip.what === "kit") return t("Rekam di rumah");
  if (trip.leg === "return") return trip.what === "pickup" ? t("Pulang: naik di kantor") : t("Pulang: antar sampai ke dalam rumah");
  return trip.what === "pickup" ? t("Jemput di rumah") : t("Antar ke kantor");
}
