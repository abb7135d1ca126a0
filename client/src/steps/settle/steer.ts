/** What the chair does to the board. */

import { attempt, type Outcome } from "../../commands.ts";
import { ask } from "../../room/confirm.tsx";
import { announce } from "../../status.ts";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { focusSoon } from "../focus.ts";
import { textOf } from "../statement.tsx";
import { stancesOn } from "./records.ts";

/** Where the heading of a place is found: the focus goes there when the chair has changed it. */
export function headingId({ slot }: Pick<SlotRecord, "slot">): string {
  return `place-${slot}`;
}

/** Put a statement into an open place. */
export async function put(place: SlotRecord, item: string): Promise<void> {
  const { step, slot } = place;
  const said = t("settle-put-said", { item: textOf(item), place: slot + 1 });
  tell(place, said, await attempt({ type: "settle.propose", step, slot, item }));
}

/** Take the statement out of an open place. */
export async function takeOut(place: SlotRecord): Promise<void> {
  const { step, slot } = place;
  tell(place, t("settle-out-said", { place: slot + 1 }), await attempt({ type: "settle.clear", step, slot }));
}

/** Open a settled place again; everybody's stance stays. */
export async function reopen(place: SlotRecord): Promise<void> {
  const { step, slot } = place;
  tell(place, t("settle-reopened-said", { place: slot + 1 }), await attempt({ type: "settle.reopen", step, slot }));
}

/** What people said about a statement goes with it: ask first when there is something to lose. */
export function askTakeOut(slot: SlotRecord): unknown {
  const said = stancesOn(slot).length;
  if (said === 0) return takeOut(slot);
  return ask({
    title: t("settle-take-out-title"),
    text: t("settle-take-out-text", { count: said }),
    label: t("settle-take-out"),
    run: () => void takeOut(slot),
  });
}

function tell(place: SlotRecord, said: string, outcome: Outcome): void {
  if (!outcome.ok) return;
  announce(said);
  focusSoon(headingId(place));
}
