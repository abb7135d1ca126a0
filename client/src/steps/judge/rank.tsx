import { useState } from "preact/hooks";
import { Icon } from "../../icons.tsx";
import { record } from "../../store.ts";
import type { JudgeRecord, MyBallotRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { type Mode, OrderList } from "../order-list.tsx";
import { isOrderOf, isWhole, type Ordering, sameOrder } from "../ordering.ts";
import { halted } from "../room-state.ts";
import { textOf } from "../statement.tsx";
import { WordsField } from "../words-field.tsx";
import type { Draft } from "./ballot.ts";
import { type Casting, FACE, useCast } from "./cast.ts";
import { GivenReason, Private, Sent } from "./parts.tsx";

interface Props {
  readonly step: StepRecord;
  readonly judge: JudgeRecord;
  readonly mine: MyBallotRecord;
}

interface FaceProps {
  readonly casting: Casting;
  readonly mine: MyBallotRecord;
  readonly now: Draft;
  readonly edit: (changed: Partial<Draft>) => void;
  /** Change the draft, and go to the heading of the face that this brings. */
  readonly turn: (changed: Partial<Draft>) => void;
  /** This pass starts from the person's own order of the pass before. */
  readonly fromOwn: boolean;
}

/** Put all statements in order: make it, check it, send it; changeable until the reveal. */
export function Rank({ step, judge, mine }: Props) {
  const casting = useCast(step, mine);
  const fromOwn = record("my_ballot", `my_ballot/${judge.again}`)?.answer != null;
  const now = current(casting, mine, fromOwn);
  const edit = (changed: Partial<Draft>) => (casting.kept.value = { ...now, stage: "edit", ...changed });
  const turn = (changed: Partial<Draft>) => {
    edit(changed);
    focusSoon(FACE);
  };
  const face = { casting, mine, now, edit, turn, fromOwn };
  return <Private>{faceWith(face)}</Private>;
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
    default:
      return face.casting.face satisfies never;
  }
}

/** The draft, or what the room holds, or a start; a draft of other statements is of no use. */
function current({ kept }: Casting, mine: MyBallotRecord, fromOwn: boolean): Draft {
  const draft = kept.value;
  if (draft && isOrderOf(draft.answer, mine.start)) return draft;
  const answer = mine.answer ?? mine.start;
  const placed = mine.answer || fromOwn ? answer.length : 0;
  return { answer, placed, because: mine.because, stage: "edit" };
}

function Making({ casting, mine, now, edit, turn, fromOwn }: FaceProps) {
  const [mode, setMode] = useState<Mode>(fromOwn || mine.answer ? "adjust" : "tap");
  const ordering: Ordering = { order: now.answer, placed: now.placed };
  const left = now.answer.length - now.placed;
  const blocked = mode === "tap" && !isWhole(ordering) ? t("judge-rank-more", { count: left }) : undefined;
  return (
    <>
      <h2 id={FACE}>{t("judge-rank")}</h2>
      {fromOwn && <p>{t("judge-again")}</p>}
      <OrderList
        ordering={ordering}
        shown={mine.start}
        mode={mode}
        setMode={setMode}
        change={({ order, placed }) => edit({ answer: order, placed })}
      />
      <div class="buttons">
        <DoButton label={t("judge-check")} look="primary big" blocked={blocked} run={() => turn({ stage: "check" })} />
        {mine.answer && (
          <DoButton label={t("judge-keep-sent")} look="quiet" run={() => (casting.kept.value = undefined)} />
        )}
      </div>
    </>
  );
}

function Check({ casting, mine, now, edit, turn, fromOwn }: FaceProps) {
  const same = sameOrder(now.answer, mine.start);
  return (
    <>
      <h2 id={FACE}>{t("judge-check-head")}</h2>
      <p>{t("judge-check-hint")}</p>
      {same && <p>{t(fromOwn ? "judge-unchanged" : "judge-shuffled")}</p>}
      <Order items={now.answer} />
      <WordsField
        label={t("judge-rank-because")}
        value={now.because}
        change={(because) => edit({ because, stage: "check" })}
      />
      <div class="buttons">
        <DoButton
          label={t("judge-send-order")}
          icon="send"
          look="primary big"
          blocked={halted()}
          run={() => casting.cast(now)}
        />
        <button type="button" class="button" onClick={() => turn({})}>
          <Icon name="edit" />
          {t("judge-change")}
        </button>
      </div>
    </>
  );
}

function Given({ casting, now, turn }: FaceProps) {
  const sending = casting.face === "sending";
  return (
    <>
      <h2 id={FACE}>{t(sending ? "judge-on-its-way" : "judge-sent")}</h2>
      <Sent sending={sending} change={() => turn({})}>
        <Order items={now.answer} />
        <GivenReason because={now.because} />
      </Sent>
    </>
  );
}

/** An order to read, not to change. */
function Order({ items }: { readonly items: readonly string[] }) {
  return (
    <ol class="order" role="list">
      {items.map((item, index) => (
        <li key={item} class="order-row">
          <span class="order-number num">{index + 1}</span>
          <p class="order-text">{textOf(item)}</p>
        </li>
      ))}
    </ol>
  );
}
