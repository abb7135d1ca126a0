/** How long the room is kept, for whoever keeps its record: to be changed, or ended now. */

import { useRef, useState } from "preact/hooks";
import { send } from "../commands.ts";
import { draft } from "../drafts.ts";
import { Icon } from "../icons.tsx";
import { isChair, keepsRecord } from "../people.tsx";
import { isTable, room } from "../room/agenda.ts";
import { afterEnd, Kept, ownerOf } from "../room/kept.tsx";
import { LineField, Problem } from "../room/register/fields.tsx";
import { announce } from "../status.ts";
import { dayAt } from "../steps/day.ts";
import { DoButton } from "../steps/do-button.tsx";
import { WordsField } from "../steps/words-field.tsx";
import { record } from "../store.ts";
import type { RetentionRecord } from "../wire.ts";
import { t } from "../words.ts";
import { EraseRoom } from "./erase-room.tsx";
import { MyWords, Wishes } from "./erase-person.tsx";

/** Until when the room is kept and why, and what this person may do about it. */
export function Retention() {
  const found = record("retention", "retention");
  if (!found) return null;
  const look = afterEnd(found.review);
  // A table is kept, and goes, with its session.
  const leads = isChair() && !isTable();
  return (
    <section class="stack no-print" aria-labelledby="kept-head">
      <h2 id="kept-head">{t("kept-head")}</h2>
      <div class="stack close">
        <Kept />
        {look !== undefined && <p class="soft">{t("kept-review", { day: dayAt(look) })}</p>}
      </div>
      {keepsRecord() && !isTable() && <Change found={found} />}
      {room()?.closed !== null && (leads ? <Wishes /> : <MyWords />)}
      {leads && room()?.closed !== null && <EraseRoom />}
    </section>
  );
}

interface Typed {
  readonly days: string;
  readonly owner: string;
  readonly reason: string;
  readonly review: string;
}

/** The form by which it is kept for longer, or less long. */
function Change({ found }: { readonly found: RetentionRecord }) {
  const typed = draft<Typed>("retention");
  const [problem, setProblem] = useState("");
  const fold = useRef<HTMLDetailsElement>(null);
  const now: Typed = { days: `${found.days}`, owner: ownerOf(found), reason: "", review: `${found.review}` };
  const { days, owner, reason, review } = typed.value ?? now;
  const edit = (change: Partial<Typed>) => (typed.value = { days, owner, reason, review, ...change });
  const save = async () => {
    const outcome = await send({
      type: "retention.set",
      days: whole(days) ?? 0,
      owner,
      reason,
      review: whole(review) ?? null,
    });
    setProblem(outcome.ok ? "" : outcome.sentence);
    announce(outcome.ok ? t("kept-saved") : outcome.sentence);
    if (!outcome.ok) return;
    typed.value = undefined;
    fold.current?.removeAttribute("open");
    fold.current?.querySelector("summary")?.focus();
  };
  const end = afterEnd(whole(days) ?? 0);
  return (
    <details class="more" ref={fold} open={typed.value !== undefined}>
      <summary>{t("kept-change")}</summary>
      <div class="stack">
        <LineField label={t("kept-days")} value={days} most={4} change={(text) => edit({ days: text })} />
        {end !== undefined && whole(days) !== undefined && <p class="hint">{t("kept-days-day", { day: dayAt(end) })}</p>}
        <LineField label={t("kept-look")} value={review} most={4} change={(text) => edit({ review: text })} />
        <LineField label={t("kept-who")} hint={t("kept-who-hint")} value={owner} change={(text) => edit({ owner: text })} />
        <WordsField label={t("kept-why")} hint={t("kept-why-hint")} value={reason} change={(text) => edit({ reason: text })} />
        {problem && (
          <Problem>
            <Icon name="warning" /> {problem}
          </Problem>
        )}
        <div class="buttons">
          <DoButton label={t("kept-save")} look="primary" run={save} />
        </div>
      </div>
    </details>
  );
}

function whole(text: string): number | undefined {
  const found = text.trim();
  return /^\d{1,4}$/.test(found) ? Number(found) : undefined;
}
