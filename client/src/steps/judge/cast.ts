import { type Signal, useSignal } from "@preact/signals";
import { attempt, newId, pending } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import { record } from "../../store.ts";
import type { Command, JudgeRecord, MyBallotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { focusSoon } from "../focus.ts";
import { isOrderOf } from "../ordering.ts";
import { ballotOf, type Draft, draftFrom, type Face, faceOf } from "./ballot.ts";

/** One member's answer in the making, and what can be done with it. */
export interface Casting {
  readonly kept: Signal<Draft | undefined>;
  readonly face: Face;
  readonly cast: (answer: Draft) => Promise<void>;
}

/** The id of the heading of the form's face: the focus goes there when a face is exchanged. */
export const FACE = "answer-face";

/** Return what this device keeps of a member's answer in a step. */
export function keptAnswer(step: string): Signal<Draft | undefined> {
  return draft<Draft>(`judge/${step}`);
}

/** Say whether this pass starts from the person's own order of the pass before. */
export function startsFromOwn(judge: JudgeRecord, mine: MyBallotRecord): boolean {
  const last = record("my_ballot", `my_ballot/${judge.again}`)?.ballot?.answer;
  return last !== undefined && isOrderOf(last, mine.start);
}

/** Return a member's order as it stands now. */
export function draftNow(judge: JudgeRecord, mine: MyBallotRecord): Draft {
  return draftFrom(keptAnswer(judge.step).value, mine, startsFromOwn(judge, mine));
}

/** Keep a private answer on the device until the room holds it; an unattributed one until the reveal. */
export function useCast(judge: JudgeRecord, mine: MyBallotRecord): Casting {
  const kept = keptAnswer(judge.step);
  const sending = useSignal(false);
  const face = faceOf(kept.value, mine, judge, sending.value || pending.value > 0);

  const cast = async (answer: Draft) => {
    const sealed = judge.shown === "nobody";
    const sent: Draft = { ...answer, stage: "sent", ...(sealed && { token: answer.token ?? newId() }) };
    sending.value = true;
    focusSoon(FACE);
    kept.value = sent;
    const outcome = await attempt(commandOf(sent, judge));
    // They may have gone back to change it meanwhile: then the newer words stay.
    if (kept.peek()?.stage === "sent") kept.value = outcome.ok ? (sealed ? sent : undefined) : { ...sent, stage: "edit" };
    sending.value = false;
    if (outcome.ok) announce(t("judge-sent-said"));
  };
  return { kept, face, cast };
}

function commandOf(sent: Draft, judge: JudgeRecord): Command {
  const ballot = ballotOf(sent, judge);
  const { step } = judge;
  return sent.token === undefined ? { type: "judge.cast", step, ...ballot } : { type: "judge.slip", step, token: sent.token, ballot };
}
