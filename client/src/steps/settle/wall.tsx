import { Icon } from "../../icons.tsx";
import { record } from "../../store.ts";
import type { SlotRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { textOf } from "../statement.tsx";
import { nextSlot } from "./board.ts";
import { missingOn, slotsOf, stancesOn } from "./records.ts";
import { fall } from "./stance.ts";

/** The projector: the board as it fills, and how many stand where. Names are on people's own screens. */
export function Wall({ step }: { readonly step: StepRecord }) {
  if (!record("board", `board/${step.id}`)) return null;
  const slots = slotsOf(step.id);
  const next = nextSlot(slots);
  return (
    <div class="stack">
      {slots.every((slot) => slot.item === null) && <p class="task">{step.prompt}</p>}
      <ol class="slots" role="list">
        {slots.map((slot) => (
          <WallSlot key={slot.slot} slot={slot} only={slots.length === 1} next={slot === next} />
        ))}
      </ol>
    </div>
  );
}

function WallSlot({ slot, only, next }: { readonly slot: SlotRecord; readonly only: boolean; readonly next: boolean }) {
  const look = slot.settled ? "agreed" : slot.item === null ? "open" : next ? "now" : "";
  return (
    <li class={`slot ${look}`}>
      {only ? <Icon name="now" /> : <span class="slot-number">{slot.slot + 1}</span>}
      <p>{slot.item === null ? t(only ? "settle-empty-one" : "settle-empty") : textOf(slot.item)}</p>
      {slot.item !== null && <WallStances slot={slot} />}
    </li>
  );
}

function WallStances({ slot }: { readonly slot: SlotRecord }) {
  const missing = missingOn(slot).length;
  return (
    <div class="slot-more">
      {slot.settled && <Icon name="lock" />}
      {slot.all_here_agree ? (
        <span>{t(slot.all_agree ? "settle-all-agree" : "settle-all-here-agree")}</span>
      ) : (
        fall(stancesOn(slot)).map(({ word, stances }) => (
          <span key={word}>{t("settle-wall-count", { word, count: stances.length })}</span>
        ))
      )}
      {missing > 0 && <span>{t("settle-wall-missing", { count: missing })}</span>}
    </div>
  );
}
