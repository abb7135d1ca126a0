/** What the chair does to the board. */

import { attempt } from "../../commands.ts";
import type { Outcome } from "../../commands.ts";
import { announce } from "../../status.ts";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { textOf } from "../statement.tsx";

/** Put a statement into an open place. */
export async function put({ step, slot }: SlotRecord, item: string): Promise<Outcome> {
  const outcome = await attempt({ type: "settle.propose", step, slot, item });
  if (outcome.ok) announce(t("settle-put-said", { item: textOf(item), place: slot + 1 }));
  return outcome;
}

/** Take the statement out of an open place. */
export async function takeOut({ step, slot }: SlotRecord): Promise<Outcome> {
  const outcome = await attempt({ type: "settle.clear", step, slot });
  if (outcome.ok) announce(t("settle-out-said", { place: slot + 1 }));
  return outcome;
}

/** Open a settled place again; everybody's stance stays. */
export async function reopen({ step, slot }: SlotRecord): Promise<Outcome> {
  const outcome = await attempt({ type: "settle.reopen", step, slot });
  if (outcome.ok) announce(t("settle-reopened-said", { place: slot + 1 }));
  return outcome;
}
