import { useState } from "preact/hooks";
import { Icon } from "../../icons.tsx";
import type { JudgeRecord, MyBallotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { type Mode, OrderList } from "../order-list.tsx";
import { type Ordering, sameOrder } from "../ordering.ts";
import { textOf } from "../statement.tsx";
import { WordsField } from "../words-field.tsx";
import { type Draft, draftFrom } from "./ballot.ts";
import { type Casting, FACE, startsFromOwn, useCast } from "./cast.ts";
import { Diamond } from "./diamond-later.tsx";
import { Guess } from "./guess-later.tsx";
import { halt } from "./halt.ts";
import { GivenReason, Private, Sent } from "./parts.tsx";

interface Props {
  readonly judge: JudgeRecord;
  readonly mine: MyBallotRecord;
}

interface FaceProps {
  readonly judge: JudgeRecord;
  readonly casting: Casting;
  readonly mine: MyBallotRecord;
  readonly now: Draft;
  readonly edit: (changed: Partial<Draft>) => void;
  /** Change the draft, and go to the heading of the face that this brings. */
  readonly turn: (changed: Partial<Draft>) => void;
  /** This pass starts from the person's own order of the pass before. */
  readonly fromOwn: boolean;
}

/** Put statements in order, all or the best: make it, check it, send it; changeable until the reveal. */
export function Rank({ judge, mine }: Props) {
  const casting = useCast(judge, mine);
  const fromOwn = startsFromOwn(judge, mine);
  const now = draftFrom(casting.kept.value, mine, fromOwn);
  const edit = (changed: Partial<Draft>) => (casting.kept.value = { ...now, stage: "edit", ...changed });
  const turn = (changed: Partial<Draft>) => {
    edit(changed);
    focusSoon(FACE);
  };
  const face = { judge, casting, mine, now, edit, turn, fromOwn };
  return (
    <>
      <Private judge={judge}>{faceWith(face)}</Private>
      {judge.guess && casting.face === "sent" && <Guess step={judge.step} />}
    </>
  );
}

function faceWith(face: FaceProps) {
  switch (face.casting.face) {
    case "edit":
      return <Making {...face} />;
    case "check":
      return <Check {...face} />;
    case "sending":
    case "sent":
      return <Given {...face} />;
    case "stays":
      return null;
    default:
      return face.casting.face satisfies never;
  }
}

function Making({ judge, casting, mine, now, edit, turn, fromOwn }: FaceProps) {
  const [mode, setMode] = useState<Mode>(fromOwn || (mine.ballot && !judge.least) ? "adjust" : "tap");
  const ordering: Ordering = { order: now.answer, placed: now.placed };
  const least = judge.least ? Math.min(judge.least, now.answer.length) : now.answer.length;
  const left = Math.max(0, least - now.placed);
  const more = judge.least ? t("judge-rank-some-more", { count: left }) : t("judge-rank-more", { count: left });
  const inRows = judge.shape.length > 0;
  const counted = mode === "tap" || inRows;
  // To adjust a list is to see, and to mean, all of it.
  const placed = counted ? now.placed : now.answer.length;
  return (
    <>
      <h2 id={FACE}>{t("judge-rank")}</h2>
      {fromOwn && <p>{t("judge-again")}</p>}
      {judge.least > 0 && <p>{t("judge-rank-some", { count: least })}</p>}
      {inRows ? (
        <Diamond step={judge.step} />
      ) : (
        <OrderList
          ordering={ordering}
          shown={mine.start}
          mode={mode}
          setMode={setMode}
          change={({ order, placed }) => edit({ answer: order, placed })}
        />
      )}
      <div class="buttons">
        <DoButton
          label={t("judge-check")}
          look="primary big"
          blocked={counted && left > 0 ? (inRows ? t("judge-rows-more", { count: left }) : more) : undefined}
          run={() => turn({ stage: "check", placed, unsure: false })}
        />
        <DoButton label={t("judge-dont-know")} look="quiet" run={() => turn({ stage: "check", unsure: true })} />
        {mine.ballot && (
          <DoButton label={t("judge-keep-sent")} look="quiet" run={() => (casting.kept.value = undefined)} />
        )}
      </div>
    </>
  );
}

function Check({ judge, casting, mine, now, edit, turn, fromOwn }: FaceProps) {
  const same = sameOrder(now.answer, mine.start) && now.placed === now.answer.length;
  return (
    <>
      <h2 id={FACE}>{t("judge-check-head")}</h2>
      {!now.unsure && <p>{t("judge-check-hint")}</p>}
      {same && !now.unsure && <p>{t(fromOwn ? "judge-unchanged" : "judge-shuffled")}</p>}
      <Order judge={judge} now={now} />
      {judge.reasons && (
        <WordsField
          label={t("judge-rank-because")}
          value={now.because}
          change={(because) => edit({ because, stage: "check" })}
        />
      )}
      <div class="buttons">
        <DoButton
          label={t("judge-send-order")}
          icon="send"
          look="primary big"
          blocked={halt(judge)}
          run={() => casting.cast(now)}
        />
        <button type="button" class="button" onClick={() => turn({ unsure: false })}>
          <Icon name="edit" />
          {t("judge-change")}
        </button>
      </div>
    </>
  );
}

function Given({ judge, casting, now, turn }: FaceProps) {
  const sending = casting.face === "sending";
  return (
    <>
      <h2 id={FACE}>{t(sending ? "judge-on-its-way" : "judge-sent")}</h2>
      <Sent judge={judge} sending={sending} change={() => turn({ unsure: false })}>
        {judge.guess ? (
          <details class="more">
            <summary>{t("judge-see-order")}</summary>
            <Order judge={judge} now={now} />
          </details>
        ) : (
          <Order judge={judge} now={now} />
        )}
        <GivenReason because={now.because} />
      </Sent>
    </>
  );
}

/** An order to read, not to change; and what it leaves out. */
function Order({ judge, now }: { readonly judge: JudgeRecord; readonly now: Draft }) {
  if (now.unsure) return <p>{t("judge-unsure-was")}</p>;
  if (judge.shape.length > 0) return <Diamond step={judge.step} still />;
  const items = judge.least ? now.answer.slice(0, now.placed) : now.answer;
  const rest = now.answer.length - items.length;
  return (
    <>
      <ol class="order" role="list">
        {items.map((item, index) => (
          <li key={item} class="order-row">
            <span class="order-number num">{index + 1}</span>
            <p class="order-text">{textOf(item)}</p>
          </li>
        ))}
      </ol>
      {rest > 0 && <p class="not-ranked">{t("judge-not-ranked", { count: rest })}</p>}
    </>
  );
}
