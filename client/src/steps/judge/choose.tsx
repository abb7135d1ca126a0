import type { JudgeRecord, MyBallotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Statement, textOf } from "../statement.tsx";
import { WordsField } from "../words-field.tsx";
import { choose, type Draft, draftOf } from "./ballot.ts";
import { FACE, useCast } from "./cast.ts";
import { halt } from "./halt.ts";
import { GivenReason, Private, Sent } from "./parts.tsx";

interface Props {
  readonly judge: JudgeRecord;
  readonly mine: MyBallotRecord;
}

/** Choose one statement, or a few, or say that one does not know; and why, for those who wish. */
export function Choose({ judge, mine }: Props) {
  const { kept, face, cast } = useCast(judge, mine);
  const now = kept.value ?? draftOf(mine.ballot);
  const edit = (changed: Partial<Draft>) => (kept.value = { ...now, stage: "edit", ...changed });
  const change = () => {
    edit({});
    focusSoon(FACE);
  };

  if (face === "sent" || face === "sending") {
    return (
      <Private judge={judge}>
        <h2 id={FACE}>{t(face === "sent" ? "judge-sent" : "judge-on-its-way")}</h2>
        <Sent judge={judge} sending={face === "sending"} change={change}>
          {now.unsure && <p>{t("judge-unsure-was")}</p>}
          {now.answer.map((item) => (
            <Statement key={item} id={item} />
          ))}
          <GivenReason because={now.because} />
        </Sent>
      </Private>
    );
  }
  const missing = now.unsure ? 0 : judge.choose - now.answer.length;
  const blocked = missing > 0 ? t("judge-choose-more", { count: missing }) : halt(judge);
  return (
    <Private judge={judge}>
      <Cards judge={judge} mine={mine} now={now} edit={edit} />
      {judge.reasons && (
        <WordsField label={t("judge-because")} value={now.because} change={(because) => edit({ because })} />
      )}
      <div class="buttons">
        <DoButton label={t("judge-send")} icon="send" look="primary big" blocked={blocked} run={() => cast(now)} />
        {mine.ballot && <DoButton label={t("judge-keep-sent")} look="quiet" run={() => (kept.value = undefined)} />}
      </div>
    </Private>
  );
}

interface CardsProps {
  readonly judge: JudgeRecord;
  readonly mine: MyBallotRecord;
  readonly now: Draft;
  readonly edit: (changed: Partial<Draft>) => void;
}

function Cards({ judge, mine, now, edit }: CardsProps) {
  const one = judge.choose === 1;
  const type = one ? "radio" : "checkbox";
  const name = `choose-${judge.step}`;
  const pick = (item: string) => edit({ answer: choose(one ? [] : now.answer, item, judge.choose), unsure: false });
  return (
    <fieldset class="field">
      <legend>
        <h2 id={FACE}>{t("judge-choose", { count: judge.choose })}</h2>
      </legend>
      {!one && <p class="hint">{t("judge-chosen", { count: now.answer.length, of: judge.choose })}</p>}
      <div class="choices">
        {mine.start.map((item) => (
          <label key={item} class="choice">
            <input type={type} name={name} checked={now.answer.includes(item)} onChange={() => pick(item)} />
            <span>{textOf(item)}</span>
          </label>
        ))}
        <label class="choice">
          <input
            type={type}
            name={name}
            checked={now.unsure}
            onChange={() => edit({ answer: [], unsure: one || !now.unsure })}
          />
          <span>{t("judge-dont-know")}</span>
        </label>
      </div>
    </fieldset>
  );
}
