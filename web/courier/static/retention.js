// How long the phone may hold what it knows of people; what was never sent is not ours to delete.
import { expired } from "./dates.js";
import { recall, remember, sweep } from "./store.js";

/**
 * @param {number} days
 * @param {string} current day
 */
export async function forgetOld(days, current) {
  if ((await recall("care"))?.date !== current) await forgetCare();
  return sweep({
    route: (route) => expired(route.date, route.settings.retain_days, current),
    event: (event) => event.status === "sent" && expired(event.date, days, current),
    blob: () => false,
    draft: (draft) => expired(draft.date, days, current),
  });
}

/** Another courier took over the phone: the first one's list goes, their unsent work stays.
 * @param {number} user */
export async function forgetOthers(user) {
  await forgetCare();
  return sweep({
    route: (route) => route.user.id !== user,
    event: (event) => event.user !== user && event.status === "sent",
    blob: () => false,
    draft: () => false,
  });
}

/** Leaving by choice, with nothing unsent. */
export async function forgetRead() {
  await forgetCare();
  return sweep({ route: () => true, event: (event) => event.status === "sent", blob: () => false, draft: () => true });
}

/** The office marked this phone as lost: everything goes, unsent or not. */
export async function forgetAll() {
  await forgetCare();
  await sweep({ route: () => true, event: () => true, blob: () => true, draft: () => true });
  await remember("user", null);
}

/** What helps a person is carried for one day and one driver. */
const forgetCare = () => remember("care", null);
