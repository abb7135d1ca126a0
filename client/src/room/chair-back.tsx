/** A chair who lost their line comes back: they are told who has the chair now. */

import { effect, signal } from "@preact/signals";
import { keep, ownPlace, recall } from "../device.ts";
import { Icon } from "../icons.tsx";
import { me } from "../people.tsx";
import { all, record } from "../store.ts";
import { t } from "../words.ts";

const passed = signal(false);

const place = () => `${ownPlace()}chair`;

/** Remember on this device who was in the chair, so that a page which is loaded anew knows it too. */
export function watchChair(): void {
  effect(() => {
    const own = me();
    if (!own || record("room", "room")?.closed !== null) return;
    if (own.role === "chair") keep(place(), true);
    const lost = own.role === "deputy" && recall(place()) === true;
    if (own.role !== "chair" && own.role !== "deputy") keep(place(), undefined);
    passed.value = lost;
  });
}

/** Who has the chair now, until the person has read it. */
export function ChairBack() {
  const chair = all("member").find((of) => of.role === "chair");
  if (!passed.value || !chair) return null;
  const close = () => {
    keep(place(), undefined);
    passed.value = false;
  };
  return (
    <div class="banner">
      <Icon name="info" />
      <p>
        {t("chair-now", { name: chair.name })} {t("chair-now-why", { name: chair.name })}
      </p>
      <button type="button" class="button" onClick={close}>
        {t("chair-now-close")}
      </button>
    </div>
  );
}
