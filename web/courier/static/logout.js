// Leaving: allowed once nothing waits; what was read of people leaves the phone too.
import { Refused, ask } from "./net.js";
import { forgetRead } from "./retention.js";
import { remember } from "./store.js";
import { t } from "./text.js";
import { toast } from "./toast.js";

export async function logOut() {
  try {
    const { csrf_token } = await ask("/kurir/csrf.json");
    await fetch("/keluar", { method: "POST", body: new URLSearchParams({ csrf_token }), redirect: "manual" });
  } catch (error) {
    // Already out on the server is out; without an answer the session would stay open on this phone.
    if (!(error instanceof Refused)) return toast(t("Keluar butuh sinyal. Coba lagi saat tersambung."));
  }
  await forgetRead();
  await remember("user", null);
  return location.assign("/masuk?next=/kurir/");
}
