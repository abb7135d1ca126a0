/** Whether anything can be done in a step now, and if not, why. */

import { record } from "../store.ts";
import type { StepRecord } from "../wire.ts";
import { t } from "../words.ts";

/** Say whether a step is the one that the room is at, and the meeting is not over. */
export function isOpen(step: StepRecord, live: boolean): boolean {
  const room = record("room", "room");
  return live && room?.current === step.id && room.closed === null;
}

/** Return why an open step takes nothing for the moment; undefined when it does. */
export function halted(): string | undefined {
  return record("room", "room")?.paused ? t("step-paused") : undefined;
}
