// How a trip's facts, states and next steps are said to a driver, and a driver to a family.
import { t } from "../text.js";

/** @typedef {import("../types.js").Trip} Trip */

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

/** @param {string} kind @param {string} names of whom, empty when all are meant @returns {string} the button that says so */
export function stepWord(kind, names) {
  if (names) return `${factWord(kind)}: ${names}`;
  return {
    arrived: t("Saya sudah sampai"), aboard: t("Semua sudah naik"), dropped: t("Semua sudah turun"),
    at_office: t("Sudah diterima petugas kantor"), ready: t("Sudah direkam, siap pulang"), home: t("Sudah di dalam rumah"),
    kit_arrived: t("Saya sudah sampai"), kit_recorded: t("Selesai direkam, ambil foto"),
  }[kind] ?? factWord(kind);
}

/** What each way to end is, in the driver's own case. @param {string} kind */
export function endingHint(kind) {
  return {
    no_show: t("Kami sampai, menunggu, dan menelepon; orangnya tidak ada."), door_cancelled: t("Orangnya ada, tetapi tidak jadi ikut."),
    late_cancelled: t("Keluarga membatalkan saat kami sudah di jalan."), cancelled: t("Tadi tidak berangkat, jadi tidak perlu diantar pulang."),
    missed: t("Kami tidak sampai: macet, mogok, atau salah alamat."), home_own_way: t("Keluarga membawanya pulang dari kantor."),
  }[kind] ?? "";
}

/** @param {Trip} trip */
export function purpose(trip) {
  if (trip.what === "kit") return t("Rekam di rumah");
  if (trip.leg === "return") return trip.what === "pickup" ? t("Pulang: naik di kantor") : t("Pulang: antar sampai ke dalam rumah");
  return trip.what === "pickup" ? t("Jemput di rumah") : t("Antar ke kantor");
}

/** Where the household stands; each by name when they are not together. @param {import("../fold.js").Folded} folded */
export function stateWord({ outcome, facts = [], riders = [] }) {
  const last = facts.filter((one) => one.kind.startsWith("kit_")).at(-1);
  if (last) return factWord(last.kind);
  const said = riders.map((one) => ({ name: one.name, word: riderWord(one) }));
  const [first] = said;
  if (!first) return outcome;
  if (said.every((one) => one.word === first.word)) return first.word;
  return said.map((one) => `${one.name}: ${one.word.toLowerCase()}`).join("; ");
}

/** @param {import("../trip-fold.js").Rider} rider */
function riderWord({ state, ending, ready }) {
  if (ending) return factWord(ending);
  if (ready && (state === "waiting" || state === "at_office")) return factWord("ready");
  if (state === "waiting") return t("Menunggu");
  return state === "aboard" ? t("Di mobil") : factWord(state);
}

/** Asks for nothing, and says the code by which a family knows the right driver.
 * @param {import("../types.js").Stop} stop
 * @param {{courier: string, office: string, hotline: string}} us */
export function greeting({ name, trip }, { courier, office, hotline }) {
  const contact = trip?.contact || name;
  const values = { contact, name, courier, office, hotline, code: trip?.check_code ?? "" };
  if (trip?.what === "kit") {
    return t("Halo Bapak/Ibu {contact}. Saya {courier} dari {office}, hari ini datang untuk perekaman KTP-el {name} di rumah. Kode permohonan: {code}. Layanan ini gratis dan kami tidak meminta data apa pun. Bila ragu, silakan hubungi {hotline}.", values);
  }
  if (trip?.leg === "return") {
    return t("Halo Bapak/Ibu {contact}. Saya {courier} dari {office}, hari ini mengantar {name} pulang dari perekaman KTP-el. Kode permohonan: {code}. Layanan ini gratis dan kami tidak meminta data apa pun. Bila ragu, silakan hubungi {hotline}.", values);
  }
  return t("Halo Bapak/Ibu {contact}. Saya {courier} dari {office}, hari ini menjemput {name} untuk perekaman KTP-el. Kode permohonan: {code}. Layanan ini gratis dan kami tidak meminta data apa pun. Bila ragu, silakan hubungi {hotline}.", values);
}
