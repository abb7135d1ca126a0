import { useState } from "preact/hooks";
import { hasVoice, isChair, me } from "../../people.tsx";
import { Icon } from "../../icons.tsx";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { isWeighed, PreviewButton } from "../collect/preview.tsx";
import { DoButton } from "../do-button.tsx";
import { useSaid } from "../said.ts";
import { Letter, textOf } from "../statement.tsx";
import { DecideToday } from "./decide-today.tsx";
import { GroupReason } from "./group-reason.tsx";
import { Picker } from "./picker.tsx";
import { PlaceDialog } from "./place-dialog.tsx";
import { stancesOn } from "./records.ts";
import { Reopen } from "./reopen.tsx";
import { Settled, Stances } from "./stances.tsx";
import { askTakeOut, headingId } from "./steer.ts";
import { WaysOn } from "./ways-on.tsx";

interface Props {
  readonly slot: SlotRecord;
  readonly slots: readonly SlotRecord[];
  /** What the step is called. */
  readonly title: string;
  /** The place that is settled next. */
  readonly next: boolean;
  readonly open: boolean;
  readonly steers: boolean;
}

/** One place of the board: what is proposed, where everybody stands, and how it was settled. */
export function SlotCard({ slot, slots, title, next, open, steers }: Props) {
  useSaid(open && !isChair() ? newsOf(slot) : undefined, headingId(slot));
  if (slot.item === null) return <Empty slot={slot} only={slots.length === 1} />;
  return (
    <li class={`slot ${slot.settled ? "agreed" : next ? "now" : ""}`}>
      {slots.length > 1 ? <span class="slot-number">{slot.slot + 1}</span> : <Letter id={slot.item} />}
      <h2 id={headingId(slot)}>
        {textOf(slot.item)}
      </h2>
      <div class="slot-more">
        <Icon name={slot.settled ? "lock" : "now"} />
        {t(slot.settled ? "settle-settled" : "settle-proposed", { aim: slot.aim })}
      </div>
      <div class="slot-body stack">
        {open && !steers && !slot.settled && isWeighed(slot.item) && (
          <div class="buttons">
            <PreviewButton item={slot.item} />
          </div>
        )}
        {open && !slot.settled && hasVoice() && <Standing key={slot.item} slot={slot} next={next} />}
        {slot.settled ? <Settled slot={slot} /> : <Stances slot={slot} />}
        {steers && !slot.settled && <WaysOn slot={slot} title={title} />}
        {steers && next && !slot.settled && <GroupReason slot={slot} />}
        {steers && next && !slot.settled && <DecideToday slot={slot} words={textOf(slot.item)} />}
        {steers && <Steering slot={slot} slots={slots} />}
      </div>
    </li>
  );
}

function newsOf({ slot, aim, item, settled }: SlotRecord): string | undefined {
  if (item === null) return undefined;
  if (aim === "set_aside") return `${t(settled ? "settle-settled" : "settle-proposed", { aim })}: ${textOf(item)}`;
  return t(settled ? "settle-news-settled" : "settle-news-proposed", { place: slot + 1, item: textOf(item) });
}

/** One task at a time: the place that comes next asks; a later one waits until it is opened. */
function Standing({ slot, next }: { readonly slot: SlotRecord; readonly next: boolean }) {
  const said = stancesOn(slot).some((stance) => stance.member === me()?.id);
  const title = t("settle-stand-title", { aim: slot.aim });
  if (next || said) return <Picker slot={slot} title={title} />;
  return (
    <details class="more">
      <summary>{title}</summary>
      <Picker slot={slot} title={title} />
    </details>
  );
}

function Empty({ slot, only }: { readonly slot: SlotRecord; readonly only: boolean }) {
  return (
    <li class="slot open">
      {only ? <Icon name="upcoming" /> : <span class="slot-number">{slot.slot + 1}</span>}
      <p id={headingId(slot)}>
        {t(only ? "settle-empty-one" : "settle-empty")}
      </p>
    </li>
  );
}

function Steering({ slot, slots }: { readonly slot: SlotRecord; readonly slots: readonly SlotRecord[] }) {
  const [moving, setMoving] = useState(false);
  if (slot.settled) {
    return <Reopen slot={slot} />;
  }
  return (
    <>
      <div class="buttons">
        {slots.length > 1 && (
          <button type="button" class="button" onClick={() => setMoving(true)}>
            <Icon name="move" />
            {t("settle-move")}
          </button>
        )}
        <DoButton label={t("settle-take-out")} icon="close" run={() => askTakeOut(slot)} />
      </div>
      {moving && <PlaceDialog item={slot.item ?? ""} slots={slots} close={() => setMoving(false)} />}
    </>
  );
}
