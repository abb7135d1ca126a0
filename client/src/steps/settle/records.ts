import { all, record } from "../../store.ts";
import type { BoardRecord, SlotRecord, StanceRecord } from "../../wire.ts";
import { unheard } from "./stance.ts";

/** Return the places of a board from the first to the last. */
export function slotsOf(step: string): readonly SlotRecord[] {
  return [...all("slot", `slot/${step}/`)].sort((a, b) => a.slot - b.slot);
}

/** Say whether a board's starting point counts choices; else it combines orders. */
export function isChoice(board: BoardRecord): boolean {
  return (record("judge", `judge/${board.suggested_by}`)?.choose ?? 0) > 0;
}

/** Return the stances on one place. */
export function stancesOn({ step, slot }: SlotRecord): readonly StanceRecord[] {
  return all("stance", `stance/${step}/${slot}/`);
}

/** Return who has not been heard on a place: at the settling, or until now while it is open. */
export function missingOn(slot: SlotRecord): readonly string[] {
  if (slot.settled) return slot.missing;
  const voices = all("member").filter((member) => member.voice && member.here);
  return unheard(
    voices.map((member) => member.id),
    stancesOn(slot),
  );
}
