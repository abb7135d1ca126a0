/** judge: one private answer per member per pass, opened together at the reveal. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { send } from "../commands.ts";
import { hasVoice, isChair } from "../people.tsx";
import { Glossed } from "../room/glossed.tsx";
import { record } from "../store.ts";
import type { JudgeRecord, MyBallotRecord, StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act, Confirm } from "./act.ts";
import { Choose } from "./judge/choose.tsx";
import { keptAnswer } from "./judge/cast.ts";
import { keptGuess } from "./judge/guessing.ts";
import { FEWEST_UNATTRIBUTED } from "./judge/halt.ts";
import { Marks } from "./judge/marks.tsx";
import { isItself, Progress, Stays } from "./judge/parts.tsx";
import { Rank } from "./judge/rank.tsx";
import { Revealed } from "./judge/revealed.tsx";
import { notAnswered, WhoAnswered } from "./judge/who-answered.tsx";
import { namesOf } from "./names.ts";
import { isOpen } from "./room-state.ts";
import { useSaid } from "./said.ts";
import { Tray } from "./tray.tsx";

export { Wall } from "./judge/wall.tsx";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** Answer in private; after the reveal see what everybody answered. */
export function Step({ step, live }: Props) {
  const judge = record("judge", `judge/${step.id}`);
  const veilSeen = useRef(false);
  const revealed = judge?.revealed ?? false;
  // What only this device could change is over: nothing of it stays behind.
  useEffect(() => {
    if (revealed) keptAnswer(step.id).value = keptGuess(step.id).value = undefined;
  }, [revealed, step.id]);
  useSaid(live && judge ? newsOf(judge) : undefined, "judge");
  if (!judge) return null;
  if (!judge.revealed) veilSeen.current = true;
  return (
    <div class="stack">
      {!judge.revealed && (
        <p class="task">
          <Glossed text={step.prompt} />
        </p>
      )}
      {judge.revealed ? (
        <Lifting seen={veilSeen.current}>
          <Revealed judge={judge} />
        </Lifting>
      ) : (
        <Unrevealed step={step} judge={judge} open={isOpen(step, live)} />
      )}
      {!judge.items.some(isItself) && <Tray items={judge.items} />}
    </div>
  );
}

function newsOf({ revealed, answered, of }: JudgeRecord): string {
  return revealed ? t("judge-revealed-said") : t("judge-progress", { answered, of });
}

function Unrevealed({ step, judge, open }: { readonly step: StepRecord; readonly judge: JudgeRecord; readonly open: boolean }) {
  const mine = record("my_ballot", `my_ballot/${step.id}`);
  if (!open) return <p class="soft">{t("judge-still-private")}</p>;
  if (!hasVoice() || !mine) return <Waiting step={step} judge={judge} />;
  return (
    <>
      <Answer judge={judge} mine={mine} />
      <Progress judge={judge} />
    </>
  );
}

/** The form of an answer; of one that another device gave, only that it is in. */
function Answer({ judge, mine }: { readonly judge: JudgeRecord; readonly mine: MyBallotRecord }) {
  const kept = keptAnswer(judge.step).value;
  if (judge.shown === "nobody" && mine.answered && !kept) return <Stays judge={judge} />;
  switch (judge.ask) {
    case "choose":
      return <Choose judge={judge} mine={mine} />;
    case "rank":
      return <Rank judge={judge} mine={mine} />;
    case "scale":
    case "level":
      return <Marks judge={judge} mine={mine} />;
    default:
      return judge.ask satisfies never;
  }
}

/** For those who do not answer: how far the others are. */
function Waiting({ step, judge }: { readonly step: StepRecord; readonly judge: JudgeRecord }) {
  return (
    <>
      <div class="veiled">
        <h2>{t(judge.answered < judge.of ? "judge-veiled" : "judge-veiled-all")}</h2>
        <Progress judge={judge} />
      </div>
      {isChair() && <WhoAnswered step={step} />}
    </>
  );
}

// As long as the veil takes to lift (--slow in client/styles/tokens.css).
const LIFT_MS = 240;

/** What was under the veil. It lifts once, for those who saw it, not for those who look back. */
function Lifting({ seen, children }: { readonly seen: boolean; readonly children: ComponentChildren }) {
  const [lifting, setLifting] = useState(seen);
  useEffect(() => {
    const over = setTimeout(() => setLifting(false), LIFT_MS);
    return () => clearTimeout(over);
  }, []);
  return <div class={`reveal stack ${lifting ? "lifting" : ""}`}>{children}</div>;
}

/** The chair's next act: open the answers together, asking first when somebody here has none. */
export function nextAct(step: StepRecord): Act | undefined {
  const judge = record("judge", `judge/${step.id}`);
  if (!judge || judge.revealed) return undefined;
  const reveal = (even_so: boolean) => () => send({ type: "judge.reveal", step: step.id, even_so });
  const act = { label: t("judge-reveal", { of: judge.of }), run: reveal(false) };
  if (judge.answered === 0) return { ...act, blocked: t("judge-nobody-yet") };
  const least = FEWEST_UNATTRIBUTED;
  if (judge.shown === "nobody" && judge.answered < least) return { ...act, blocked: t("judge-too-few-yet", { least }) };
  const missing = notAnswered(step);
  return missing.length === 0 ? act : { ...act, confirm: revealWithout(missing, reveal(true)) };
}

function revealWithout(missing: readonly string[], run: Confirm["run"]): Confirm {
  return {
    title: t("judge-missing-title", { count: missing.length }),
    text: t("judge-missing-text", { names: namesOf(missing) }),
    wait: t("judge-missing-wait"),
    label: t("judge-missing-go"),
    run,
  };
}
