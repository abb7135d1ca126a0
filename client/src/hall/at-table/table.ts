/** How things stand at this table. */

import { nextStep } from "../../room/agenda.ts";
import { all, record } from "../../store.ts";
import { FEWEST_UNATTRIBUTED } from "../../steps/judge/halt.ts";
import type { AtTableRecord, MemberRecord, StepRecord } from "../../wire.ts";

/** Return which table this room is, and what the trainer asks of it. */
export function atTable(): AtTableRecord | undefined {
  return record("at_table", "at_table");
}

/** Return the number of the table to which I was moved; undefined while I sit here. */
export function movedTo(): number | undefined {
  return atTable()?.moved[record("me", "me")?.id ?? ""];
}

/** Say whether nobody is in the chair. */
export function chairless(): boolean {
  return all("member").every((of) => of.role !== "chair");
}

/** Return who sits here and has a voice. */
export function sitting(): readonly MemberRecord[] {
  return all("member").filter((of) => of.voice && of.here);
}

/** What happens once enough people are ready: what is private is opened before the table goes on. */
export type Onward =
  | { readonly to: "answers" | "notes" | "end" }
  | { readonly to: "step"; readonly step: StepRecord };

/** Return what happens next at a table that runs itself, from the step where it is. */
export function onward(current: string | null): Onward {
  const judge = record("judge", `judge/${current}`);
  const least = judge?.shown === "nobody" ? FEWEST_UNATTRIBUTED : 1;
  if (judge && !judge.revealed && judge.answered >= least) return { to: "answers" };
  const collect = record("collect", `collect/${current}`);
  if (collect && !collect.revealed && collect.notes > 0) return { to: "notes" };
  const step = nextStep();
  return step ? { to: "step", step } : { to: "end" };
}
