import { useState } from "preact/hooks";
import { newId, type Outcome } from "../../commands.ts";
import { attempt } from "../../commands.ts";
import { isChair } from "../../people.tsx";
import { ask } from "../../room/confirm.tsx";
import { Dialog } from "../../room/dialog.tsx";
import { showDisagreement } from "../../room/disagreements.tsx";
import { announce, warn } from "../../status.ts";
import { record } from "../../store.ts";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { namesOf } from "../names.ts";
import { agree, goOnQuestion } from "./agree.ts";
import { mayTake, takePen } from "./pen.ts";
import { missingOn, stancesOn } from "./records.ts";
import { dissent } from "./stance.ts";
import { askTakeOut } from "./steer.ts";

/** A "no" never goes under by itself: three ways on, of which the chair takes one. */
export function WaysOn({ slot, title }: { readonly slot: SlotRecord; readonly title: string }) {
  const [passing, setPassing] = useState(false);
  const against = dissent(stancesOn(slot));
  if (against.length === 0) return null;
  const text = record("text", `text/${slot.step}`);
  const change = () => (text ? takePen(slot.step) : askTakeOut(slot));
  const blocked = text && !mayTake(text) ? t("pen-wait") : undefined;
  return (
    <section class="ways-on stack close" aria-labelledby={`ways-${slot.slot}`}>
      <h3 id={`ways-${slot.slot}`}>
        {t("ways-title", { count: against.length, names: namesOf(against.map((stance) => stance.member)) })}
      </h3>
      <p class="soft">{t("ways-why")}</p>
      <div class="buttons">
        <DoButton label={t(text ? "ways-change-text" : "ways-change")} icon="edit" blocked={blocked} run={change} />
        <DoButton label={t("ways-go-on")} icon="with-note" run={() => goOn(slot)} />
        {slot.escalated && (
          <DoButton label={t("ways-escalated")} icon="up" run={() => showDisagreement(slot.escalated)} />
        )}
        {!slot.escalated && isChair() && <DoButton label={t("ways-escalate")} icon="up" run={() => setPassing(true)} />}
      </div>
      {passing && <Escalate slot={slot} title={title} close={() => setPassing(false)} />}
    </section>
  );
}

/** Settle with the dissent kept, asking once more; a refusal has no place of its own here. */
function goOn(slot: SlotRecord): void {
  const run = async () => told(await agree(slot, { even_so: missingOn(slot).length > 0, keep_dissent: true })());
  ask({ ...goOnQuestion(slot), run: () => void run() });
}

function told(outcome: Outcome): void {
  if (outcome.ok) announce(t("text-agreed-said"));
  else warn(outcome.sentence);
}

interface Props {
  readonly slot: SlotRecord;
  readonly title: string;
  readonly close: () => void;
}

/** Open a disagreement, and settle for now or not. */
function Escalate({ slot, title, close }: Props) {
  const { step, slot: number, item } = slot;
  const onlyOpen = async () => {
    const disagreement = newId();
    const outcome = await attempt({ type: "settle.escalate", step, slot: number, item: item ?? "", disagreement });
    if (outcome.ok) shown(disagreement);
  };
  const settleToo = async () => {
    const escalate = newId();
    const accepted = { even_so: missingOn(slot).length > 0, keep_dissent: true, escalate };
    const outcome = await agree(slot, accepted)();
    if (outcome.ok) shown(escalate);
    else warn(outcome.sentence);
  };
  const shown = (disagreement: string) => {
    close();
    showDisagreement(disagreement);
  };
  return (
    <Dialog title={t("escalate-title")} onClose={close}>
      <p>{t("escalate-text", { title })}</p>
      <div class="buttons">
        <DoButton label={t("escalate-open")} look="primary" icon="up" run={onlyOpen} />
        <DoButton label={t("escalate-settle")} run={settleToo} />
      </div>
    </Dialog>
  );
}
