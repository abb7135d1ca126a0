/** What may be done with a step of the agenda, and which command does it. Nothing here draws. */

import type { Command, StepRecord } from "../../wire.ts";

type Steps = readonly StepRecord[];

/** Which way a step may go; a step that has been opened stays where it was held. */
export interface Moves {
  readonly up: Command | undefined;
  readonly down: Command | undefined;
}

/** Return how a step moves one place up or down, among all steps in order. */
export function movesOf(steps: Steps, step: StepRecord): Moves {
  const at = steps.findIndex((other) => other.id === step.id);
  if (step.opened || at < 0) return { up: undefined, down: undefined };
  const move = (before: StepRecord | undefined): Command => ({
    type: "agenda.move",
    step: step.id,
    before: before?.id ?? null,
  });
  const above = steps[at - 1];
  return {
    up: above && move(above),
    down: at < steps.length - 1 ? move(steps[at + 2]) : undefined,
  };
}

/** Say whether a step can be taken out altogether: added live, or nothing has begun yet. */
export function canRemove(steps: Steps, step: StepRecord): boolean {
  const begun = steps.some((other) => other.opened);
  return !step.opened && (step.added || !begun) && steps.length > 1;
}

/** Say whether a step can be left out, with a reason that the record keeps. */
export function canSkip(steps: Steps, step: StepRecord): boolean {
  return !step.opened && step.skipped === null && !canRemove(steps, step);
}

/** Return the minutes of all steps that are not left out. */
export function minutesOf(steps: Steps): number {
  return steps.reduce((sum, step) => sum + (step.skipped === null ? step.minutes : 0), 0);
}
