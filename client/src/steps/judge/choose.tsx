import type { JudgeRecord, MyBallotRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { halted } from "../room-state.ts";
import { Statement, textOf } from "../statement.tsx";
import { WordsField } from "../words-field.tsx";
import { choose, type Draft } from "./ballot.ts";
import { FACE, useCast } from "./cast.ts";
import { GivenReason, Private, Sent } from "./parts.tsx";

interface Props {
  readonly step: StepRecord;
  readonly judge: JudgeRecord;
  readonly mine: MyBallotRecord;
}

/** Choose one statement, or a few: full texts in one column, and a reason for those who wish. */
export function Choose({ step, judge, mine }: Props) {
  const { kept, face, cast } = useCast(step, mine);
  const held: Draft = { answer: mine.answer ?? [], placed: 0, because: mine.because, stage: "edit" };
  const now = kept.value ?? held;
  const edit = (changed: Partial<Draft>) => (kept.value = { ...now, stage: "edit", ...changed });
  const change = () => {
    edit({});
    focusSoon(FACE);
  };

  if (face === "sent" || face === "sending") {
    return (
      <Private>
        <h2 id={FACE}>{t(face === "sent" ? "judge-sent" : "judge-on-its-way")}</h2>
        <Sent sending={face === "sending"} change={change}>
          {now.answer.map((item) => (
            <Statement key={item} id={item} />
          ))}
          <GivenReason because={now.because} />
        </Sent>
      </Private>
    );
  }
  const missing = judge.choose - now.answer.length;
  const blocked = missing > 0 ? t("judge-choose-more", { count: missing }) : halted();
  return (
    <Private>
      <Cards judge={judge} mine={mine} chosen={now.answer} change={(answer) => edit({ answer })} />
      <WordsField label={t("judge-because")} value={now.because} change={(because) => edit({ because })} />
      <div class="buttons">
        <DoButton label={t("judge-send")} icon="send" look="primary big" blocked={blocked} run={() => cast(now)} />
        {mine.answer && <DoButton label={t("judge-keep-sent")} look="quiet" run={() => (kept.value = undefined)} />}
      </div>
    </Private>
  );
}

interface CardsProps {
  readonly judge: JudgeRecord;
  readonly mine: MyBallotRecord;
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
}

function Cards({ judge, mine, chosen, change }: CardsProps) {
  const one = judge.choose === 1;
  return (
    <fieldset class="field">
      <legend>
        <h2 id={FACE}>{t("judge-choose", { count: judge.choose })}</h2>
      </legend>
      <div class="choices">
        {mine.start.map((item) => (
          <label key={item} class="choice">
            <input
              type={one ? "radio" : "checkbox"}
              name={`choose-${judge.step}`}
              checked={chosen.includes(item)}
              onChange={() => change(choose(one ? [] : chosen, item, judge.choose))}
            />
            <span>{textOf(item)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
