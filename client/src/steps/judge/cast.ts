import { type Signal, useSignal } from "@preact/signals";
import { attempt, pending } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import type { MyBallotRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { focusSoon } from "../focus.ts";
import { type Draft, type Face, faceOf } from "./ballot.ts";

/** One member's answer in the making, and what can be done with it. */
export interface Casting {
  readonly kept: Signal<Draft | undefined>;
  readonly face: Face;
  readonly cast: (answer: Draft) => Promise<void>;
}

/** The id of the heading of the form's face: the focus goes there when a face is exchanged. */
export const FACE = "answer-face";

/** Keep a private answer on the device until the room holds it. */
export function useCast(step: StepRecord, mine: MyBallotRecord): Casting {
  const kept = draft<Draft>(`judge/${step.id}`);
  const sending = useSignal(false);
  const face = faceOf(kept.value, mine, sending.value || pending.value > 0);

  const cast = async (answer: Draft) => {
    sending.value = true;
    focusSoon(FACE);
    kept.value = { ...answer, stage: "sent" };
    const { because } = answer;
    const outcome = await attempt({ type: "judge.cast", step: step.id, answer: answer.answer, because });
    // They may have gone back to change it meanwhile: then the newer words stay.
    if (kept.peek()?.stage === "sent") kept.value = outcome.ok ? undefined : { ...answer, stage: "edit" };
    sending.value = false;
    if (outcome.ok) announce(t("judge-sent-said"));
  };
  return { kept, face, cast };
}
