import { all } from "../../store.ts";
import type { JudgeRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { halted } from "../room-state.ts";

/** Among fewer people an answer tells whose it is (consensus/answers/ballots.py). */
export const FEWEST_UNATTRIBUTED = 4;

/** Return why an answer cannot be sent for the moment; undefined when it can. */
export function halt(judge: JudgeRecord): string | undefined {
  const voices = all("member").filter((member) => member.voice).length;
  const few = judge.shown === "nobody" && voices < FEWEST_UNATTRIBUTED;
  return few ? t("judge-too-few", { least: FEWEST_UNATTRIBUTED }) : halted();
}
