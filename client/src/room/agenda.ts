/** Where the meeting is, and where this person looks. */

import { effect, signal } from "@preact/signals";
import { all, record } from "../store.ts";
import type { RoomRecord, StepRecord } from "../wire.ts";

/** The step that this person looks at instead of the current one; undefined follows the meeting. */
export const looking = signal<string | undefined>(undefined);

/** The room, which is always there once the first frame has come. */
export function room(): RoomRecord | undefined {
  return record("room", "room");
}

/** Say whether this room is a table of a training session: its way in, its people and its end are the trainer's. */
export function isTable(): boolean {
  return record("at_table", "at_table") !== undefined;
}

/** The step that the meeting is at; undefined in the lobby. */
export function currentStep(): StepRecord | undefined {
  return stepById(room()?.current ?? undefined);
}

/** The step that this person sees. */
export function shownStep(): StepRecord | undefined {
  return stepById(looking.value) ?? currentStep();
}

/** The step after the current one in the agenda that is not skipped; the first one in the lobby. */
export function nextStep(): StepRecord | undefined {
  const number = currentStep()?.number ?? 0;
  return all("step").find((step) => step.number > number && step.skipped === null);
}

/** How a step stands to the meeting. */
export type StepState = "done" | "now" | "next" | "skipped";

/** Say how a step stands to the meeting, which may be over. */
export function stepState(step: StepRecord): StepState {
  const current = currentStep();
  const over = room()?.closed !== null;
  if (step.id === current?.id && !over) return "now";
  if (step.opened) return "done";
  return over || step.skipped !== null || step.number < (current?.number ?? 0) ? "skipped" : "next";
}

/** When the meeting goes to another step, everybody looks at it. */
export function followMeeting(): void {
  effect(() => {
    void room()?.current;
    looking.value = undefined;
  });
}

function stepById(id: string | undefined): StepRecord | undefined {
  return id === undefined ? undefined : record("step", `step/${id}`);
}
