/** settle: a board of places, everyone's stance on each, and the dissent kept beside it. */

import { steersSteps } from "../people.tsx";
import { Glossed } from "../room/glossed.tsx";
import { record } from "../store.ts";
import type { BoardRecord, SlotRecord, StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act } from "./act.ts";
import { halted, isOpen } from "./room-state.ts";
import { agreeAct } from "./settle/agree.ts";
import { nextSlot } from "./settle/board.ts";
import { slotsOf } from "./settle/records.ts";
import { SlotCard } from "./settle/slot-card.tsx";
import { StartingPoint } from "./settle/starting-point.tsx";
import { GroupText } from "./settle/text.tsx";
import { textAct } from "./settle/text-act.ts";
import { Tray } from "./tray.tsx";

export { Wall } from "./settle/wall.tsx";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** The text; or the board, and beside it what the answers suggest. */
export function Step({ step, live }: Props) {
  const text = record("text", `text/${step.id}`);
  if (text) return <GroupText step={step} text={text} open={isOpen(step, live)} />;
  return <Board step={step} live={live} />;
}

function Board({ step, live }: Props) {
  const board = record("board", `board/${step.id}`);
  if (!board) return null;
  const slots = slotsOf(step.id);
  const open = isOpen(step, live);
  const steers = open && steersSteps() && halted() === undefined;
  const next = nextSlot(slots);
  return (
    <div class="stack">
      <p class="task">
        <Glossed text={step.prompt} />
      </p>
      <ol class="slots" role="list">
        {slots.map((slot) => (
          <SlotCard key={slot.slot} slot={slot} slots={slots} title={step.title} next={slot === next} open={open} steers={steers} />
        ))}
      </ol>
      <Suggestions board={board} slots={slots} steers={steers} />
      <Tray items={board.bands.flat()} />
    </div>
  );
}

interface SuggestionsProps {
  readonly board: BoardRecord;
  readonly slots: readonly SlotRecord[];
  readonly steers: boolean;
}

/** Open for the chair, who works from it; folded away for others, whose task is the board. */
function Suggestions(props: SuggestionsProps) {
  const heading = t(props.board.suggested_by === null ? "settle-statements" : "settle-start");
  if (props.steers) {
    return (
      <section class="stack">
        <h2>{heading}</h2>
        <StartingPoint {...props} />
      </section>
    );
  }
  return (
    <details class="more" open={props.slots.every((slot) => slot.item === null)}>
      <summary>{heading}</summary>
      <StartingPoint {...props} />
    </details>
  );
}

/** The chair's next act: settle the first place that has something in it, or the text. */
export function nextAct(step: StepRecord): Act | undefined {
  const slots = slotsOf(step.id);
  const text = record("text", `text/${step.id}`);
  if (text) return textAct(text, slots[0]);
  const slot = nextSlot(slots);
  if (!slot) return undefined;
  const place = slot.slot + 1;
  const label = slots.length === 1 ? t("settle-act-one", { aim: slot.aim }) : t("settle-act", { place });
  const act = agreeAct(slot, label);
  if (slot.item !== null) return act;
  return { label, run: act.run, blocked: slots.length === 1 ? t("settle-first-one") : t("settle-first", { place }) };
}
