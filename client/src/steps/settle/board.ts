/** The board: which place is whose, and the starting point beside it. */

import type { SlotRecord } from "../../wire.ts";

/** One group of the starting point: items of which none is claimed to come before another. */
export interface Band {
  readonly items: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** Return the bands with the places they take up, counted from 1. */
export function bandsOf(bands: readonly (readonly string[])[]): readonly Band[] {
  let before = 0;
  return bands.map((items) => {
    const band = { items, first: before + 1, last: before + items.length };
    before = band.last;
    return band;
  });
}

/** Return the slot that holds an item, if one does. */
export function slotWith(slots: readonly SlotRecord[], item: string): SlotRecord | undefined {
  return slots.find((slot) => slot.item === item);
}

/** Return the first place that is empty. */
export function firstEmpty(slots: readonly SlotRecord[]): SlotRecord | undefined {
  return slots.find((slot) => slot.item === null);
}

/** Return the slot that comes next: the first open one with something in it, or else an empty one. */
export function nextSlot(slots: readonly SlotRecord[]): SlotRecord | undefined {
  return slots.find((slot) => !slot.settled && slot.item !== null) ?? firstEmpty(slots);
}
