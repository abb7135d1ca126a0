/** gate: a wording that everybody answers to before the meeting goes on. */

import { useState } from "preact/hooks";
import { isChair } from "../people.tsx";
import { Glossed } from "../room/glossed.tsx";
import { record } from "../store.ts";
import type { MyNoticeRecord, NoticeRecord, StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act } from "./act.ts";
import { timeOf } from "./day.ts";
import { focusSoon } from "./focus.ts";
import { Everybody } from "./gate/everybody.tsx";
import { AnswerNotice, Wording } from "./gate/notice.tsx";
import { isAsked, myAnswer } from "./gate/pending.ts";
import { useSaid } from "./said.ts";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** Read the wording, and answer. */
export function Step({ step, live }: Props) {
  const notice = record("notice", `notice/${step.id}`);
  const gate = record("gate", `gate/${step.id}`);
  const counts = gate && { answered: gate.answered, waiting: gate.waiting };
  useSaid(live && counts ? t("gate-count", counts) : undefined, "gate");
  if (!notice || !counts) return null;
  // A notice can be answered wherever the meeting is, by whoever came in later.
  const open = record("room", "room")?.closed === null;
  return (
    <div class="stack">
      {step.prompt && (
        <p class="task">
          <Glossed text={step.prompt} />
        </p>
      )}
      <section class="card active stack" aria-labelledby={`notice-${step.id}`}>
        <h2 id={`notice-${step.id}`}>{notice.title}</h2>
        <Wording notice={notice} />
        {isAsked(notice) && <Mine notice={notice} open={open} />}
      </section>
      <p class="soft num">{t("gate-count", counts)}</p>
      {isChair() && <Everybody notice={notice} open={open} />}
    </div>
  );
}

function Mine({ notice, open }: { readonly notice: NoticeRecord; readonly open: boolean }) {
  const [again, setAgain] = useState(false);
  const answer = myAnswer(notice);
  if (!open) return answer ? <Answered answer={answer} /> : null;
  if (!answer || again) {
    const done = () => {
      setAgain(false);
      focusSoon(`notice-${notice.step}`);
    };
    return <AnswerNotice notice={notice} done={done} />;
  }
  return (
    <div class="stack close">
      <Answered answer={answer} />
      <button type="button" class="button quiet" onClick={() => setAgain(true)}>
        {t("gate-again")}
      </button>
    </div>
  );
}

function Answered({ answer }: { readonly answer: MyNoticeRecord }) {
  return (
    <p class="notice-mine">
      <strong>{t(answer.agreed ? "gate-you-agreed" : "gate-you-did-not", { time: timeOf(answer.at) })}</strong>{" "}
      {answer.note && <q>{answer.note}</q>}
    </p>
  );
}

// A wording of so many letters can be read from the back of a room; a longer one is read on phones.
const MOST_ON_WALL = 600;

/** The projector: the wording, where it is short, and how many have answered. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const notice = record("notice", `notice/${step.id}`);
  const gate = record("gate", `gate/${step.id}`);
  if (!notice || !gate) return null;
  return (
    <div class="stack">
      <h2>{notice.title}</h2>
      {notice.text.length <= MOST_ON_WALL && <Wording notice={notice} />}
      <p class="task">{step.prompt || t("gate-wall")}</p>
      <p class="num">{t("gate-count", { answered: gate.answered, waiting: gate.waiting })}</p>
    </div>
  );
}

/** The chair waits for the answers of everybody who is here; a gate that does not block lets them go on. */
export function nextAct(step: StepRecord): Act | undefined {
  const gate = record("gate", `gate/${step.id}`);
  const notice = record("notice", `notice/${step.id}`);
  if (!gate || !notice?.blocks || gate.waiting === 0) return undefined;
  const blocked = t("gate-waiting", { count: gate.waiting });
  return { label: t("gate-next"), onward: true, blocked, run: () => Promise.resolve({ ok: true }) };
}
