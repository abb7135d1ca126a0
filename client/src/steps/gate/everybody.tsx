import { useState } from "preact/hooks";
import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { announce } from "../../status.ts";
import { all, record } from "../../store.ts";
import type { GateAnswerRecord, MemberRecord, NoticeRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { timeOf } from "../day.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Person } from "../named.tsx";
import { WordsField } from "../words-field.tsx";

/** For the chair: who answered what and when; and what somebody said aloud can be written down. */
export function Everybody({ notice, open }: { readonly notice: NoticeRecord; readonly open: boolean }) {
  const asked = all("member").filter((of) => notice.asked.length === 0 || notice.asked.includes(of.role));
  return (
    <section class="stack close" aria-labelledby={`answers-${notice.step}`}>
      <h2 id={`answers-${notice.step}`}>{t("gate-answers")}</h2>
      <p class="hint">{t("gate-answers-hint")}</p>
      <ul class="notice-answers" role="list">
        {asked.map((of) => (
          <Line key={of.id} notice={notice} of={of} open={open} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly notice: NoticeRecord;
  readonly of: MemberRecord;
  readonly open: boolean;
}

function Line({ notice, of, open }: LineProps) {
  const [asking, setAsking] = useState(false);
  const answer = record("gate_answer", `gate_answer/${notice.step}/${of.id}`);
  const current = answer?.version === notice.version ? answer : undefined;
  const id = `aloud-${notice.step}-${of.id}`;
  const ask = () => {
    setAsking(true);
    focusSoon(id);
  };
  return (
    <li class="notice-answer">
      <Person id={of.id} />
      <Said answer={current} here={of.here} />
      {open && !current && !asking && (
        <button type="button" class="button quiet" onClick={ask}>
          <Icon name="speak" />
          {t("gate-aloud")}
          <span class="visually-hidden">{of.name}</span>
        </button>
      )}
      {asking && !current && <Aloud id={id} notice={notice} of={of} close={() => setAsking(false)} />}
    </li>
  );
}

function Said({ answer, here }: { readonly answer: GateAnswerRecord | undefined; readonly here: boolean }) {
  if (!answer) return <span class="soft">{t(here ? "gate-not-yet" : "gate-away")}</span>;
  return (
    <span class="notice-said">
      <span class={`chip ${answer.agreed ? "done" : ""}`}>
        <Icon name={answer.agreed ? "check" : "close"} />
        {t(answer.agreed ? "gate-agreed" : "gate-not-agreed")}
      </span>
      <span class="soft num">{timeOf(answer.at)}</span>
      {answer.by !== answer.member && <span class="soft">{t("gate-said-aloud")}</span>}
      {answer.note && <q>{answer.note}</q>}
    </span>
  );
}

interface AloudProps {
  readonly id: string;
  readonly notice: NoticeRecord;
  readonly of: MemberRecord;
  readonly close: () => void;
}

/** Somebody has no screen: the notice is read to them, and their answer written down. */
function Aloud({ id, notice, of, close }: AloudProps) {
  const note = draft<string>(`aloud/${notice.step}/${of.id}`);
  const write = async (agreed: boolean) => {
    const { step, version } = notice;
    const said = { step, member: of.id, agreed, version, note: note.peek() ?? "" };
    const outcome = await attempt({ type: "gate.record", ...said });
    if (!outcome.ok) return;
    note.value = undefined;
    announce(t("gate-written-down", { name: of.name }));
    close();
    focusSoon(`answers-${notice.step}`);
  };
  return (
    <div class="stack close notice-aloud">
      <h3 id={id}>{t("gate-aloud-asked", { name: of.name })}</h3>
      <WordsField label={t("gate-their-words")} value={note.value ?? ""} change={(words) => (note.value = words)} />
      <div class="buttons">
        <DoButton label={t("gate-aloud-yes")} run={() => write(true)} />
        <DoButton label={t("gate-aloud-no")} run={() => write(false)} />
        <button type="button" class="button quiet" onClick={close}>
          {t("dialog-not-now")}
        </button>
      </div>
    </div>
  );
}
