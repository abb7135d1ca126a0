/** One device for several people: whose turn it is, how it is passed on, and what is read back. */

import { attempt, pending } from "../commands.ts";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { isChair, me } from "../people.tsx";
import { seatsHere } from "../seat.ts";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { record } from "../store.ts";
import { t } from "../words.ts";
import { currentStep } from "./agenda.ts";

/** Leaves this seat's page without a trace in the browser's history, once all it did is kept. */
function PassOn({ label }: { readonly label: string }) {
  const blocked = pending.value > 0 ? t("seat-pass-wait") : undefined;
  return <DoButton label={label} icon="hidden" blocked={blocked} run={() => location.replace(roomPath("/pass"))} />;
}

/** Whose turn it is, where the device has several seats. */
export function SeatBanner() {
  const own = me();
  if (!own || seatsHere() < 2) return null;
  return (
    <div class="banner seat-banner">
      <Icon name="person" />
      <p>{own.attends === "proxy" ? t("seat-proxy", { name: own.name }) : t("seat-now", { name: own.name })}</p>
      <div class="buttons">
        {own.attends === "proxy" && <ReadBack id={own.id} name={own.name} />}
        <PassOn label={t(own.attends === "proxy" ? "seat-done" : isChair() ? "seat-switch" : "seat-pass")} />
      </div>
    </div>
  );
}

/** What was entered in this step was read to the person on the phone: said once for each step. */
function ReadBack({ id, name }: { readonly id: string; readonly name: string }) {
  const step = currentStep();
  if (!step) return null;
  if (record("read_back", `read_back/${step.id}`)?.members.includes(id)) {
    return (
      <span class="person-state done">
        <Icon name="check" />
        {t("seat-read-back-done", { name })}
      </span>
    );
  }
  const tick = async () => {
    const outcome = await attempt({ type: "read_back", step: step.id });
    if (outcome.ok) announce(t("seat-read-back-done", { name }));
  };
  return <DoButton label={t("seat-read-back", { name })} icon="speak" run={tick} />;
}

/** At the chair's desk: take part for somebody who has no screen. */
export function EnterForSomebody() {
  return <DoButton label={t("seat-enter-for")} icon="phone" look="quiet" run={addSomebody} />;
}

function addSomebody(): void {
  location.replace(`${roomPath("/seats")}?seat=${me()?.id ?? ""}`);
}

/** How somebody beside me, or on the phone to the chair, takes part too. */
export function ShareDevice() {
  const own = me();
  if (!own) return null;
  const chair = isChair();
  return (
    <section class="stack close">
      <h3>{t(chair ? "seat-enter-for" : "seat-share")}</h3>
      <p class="soft">{t(chair ? "seat-enter-for-why" : "seat-share-why")}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={addSomebody}>
          <Icon name="add" />
          {t(chair ? "seat-enter-for" : "pass-add")}
        </button>
        {seatsHere() > 1 && <PassOn label={t(chair ? "seat-switch" : "seat-pass")} />}
      </div>
    </section>
  );
}
