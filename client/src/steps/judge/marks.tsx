import { useId } from "preact/hooks";
import type { JudgeRecord, MyBallotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Letter, textOf } from "../statement.tsx";
import { WordsField } from "../words-field.tsx";
import { type Draft, draftOf, unmarked } from "./ballot.ts";
import { FACE, useCast } from "./cast.ts";
import { halt } from "./halt.ts";
import { GivenReason, isItself, nameOf, Private, Sent } from "./parts.tsx";

/** The marks of a scale, and the levels of agreement, from the lowest. */
export const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const LEVELS = [5, 4, 3, 2, 1] as const;

interface Props {
  readonly judge: JudgeRecord;
  readonly mine: MyBallotRecord;
}

interface FaceProps extends Props {
  readonly now: Draft;
  readonly edit: (changed: Partial<Draft>) => void;
}

/** Give each statement, or the question itself, a mark or a level, or say that one does not know. */
export function Marks({ judge, mine }: Props) {
  const { kept, face, cast } = useCast(judge, mine);
  const again = Object.keys(mine.start_marks).length > 0;
  const start = draftOf(mine.ballot);
  const now = kept.value ?? (mine.ballot ? start : { ...start, marks: mine.start_marks });
  const edit = (changed: Partial<Draft>) => (kept.value = { ...now, stage: "edit", ...changed });

  if (face === "sent" || face === "sending") {
    const change = () => {
      edit({});
      focusSoon(FACE);
    };
    return (
      <Private judge={judge}>
        <h2 id={FACE}>{t(face === "sent" ? "judge-sent" : "judge-on-its-way")}</h2>
        <Sent judge={judge} sending={face === "sending"} change={change}>
          <Given judge={judge} now={now} />
          <GivenReason because={now.because} />
        </Sent>
      </Private>
    );
  }
  const left = unmarked(judge.items, now.marks);
  const blocked = left > 0 ? t("judge-mark-more", { count: left }) : halt(judge);
  return (
    <Private judge={judge}>
      <h2 id={FACE}>{t(`judge-give-${judge.ask === "level" ? "level" : "scale"}`, { count: judge.items.length })}</h2>
      {again && <p>{t("judge-marks-again")}</p>}
      {judge.items.map((item) => (
        <OneItem key={item} item={item} judge={judge} mine={mine} now={now} edit={edit} />
      ))}
      {judge.reasons && judge.items.length > 1 && (
        <WordsField label={t("judge-because-all")} value={now.because} change={(because) => edit({ because })} />
      )}
      <div class="buttons">
        <DoButton label={t("judge-send")} icon="send" look="primary big" blocked={blocked} run={() => cast(now)} />
        {mine.ballot && <DoButton label={t("judge-keep-sent")} look="quiet" run={() => (kept.value = undefined)} />}
      </div>
    </Private>
  );
}

interface ItemProps extends FaceProps {
  readonly item: string;
}

function OneItem({ item, judge, now, edit }: ItemProps) {
  const mark = now.marks[item];
  const give = (given: number | null) => edit({ marks: { ...now.marks, [item]: given } });
  const say = (why: string) => edit({ whys: { ...now.whys, [item]: why } });
  const name = `mark-${judge.step}-${item}`;
  return (
    <div class="marking">
      {judge.ask === "scale" ? (
        <Points judge={judge} item={item} name={name} mark={mark} give={give} />
      ) : (
        <Levels item={item} name={name} mark={mark} give={give} />
      )}
      {judge.reasons && mark !== undefined && (
        <WordsField
          label={t(mark === null ? "judge-because-unsure" : "judge-because")}
          value={now.whys[item] ?? ""}
          change={say}
        />
      )}
    </div>
  );
}

interface MarkProps {
  readonly item: string;
  readonly name: string;
  readonly mark: number | null | undefined;
  readonly give: (mark: number | null) => void;
}

/** A scale whose two ends are in words, and "I don't know" beside it, which is as good an answer. */
function Points({ judge, item, name, mark, give }: MarkProps & { readonly judge: JudgeRecord }) {
  const ends = useId();
  return (
    <fieldset class="field scale-field">
      <Legend item={item} itself={t("judge-scale-itself")} />
      <div class="scale">
        <p class="scale-ends" id={ends}>
          <span>{t("judge-end", { mark: 0, words: judge.low })}</span>
          <span>{t("judge-end", { mark: 10, words: judge.high })}</span>
        </p>
        <div class="scale-points">
          {SCALE.map((each) => (
            <label key={each} class="point">
              <input
                type="radio"
                name={name}
                checked={mark === each}
                aria-describedby={each === 0 || each === 10 ? ends : undefined}
                onChange={() => give(each)}
              />
              {each}
            </label>
          ))}
        </div>
        <DontKnow name={name} mark={mark} give={give} />
      </div>
    </fieldset>
  );
}

function Levels({ item, name, mark, give }: MarkProps) {
  return (
    <fieldset class="field">
      <Legend item={item} itself={t("judge-give-level", { count: 1 })} />
      <div class="choices">
        {LEVELS.map((level) => (
          <label key={level} class="choice">
            <input type="radio" name={name} checked={mark === level} onChange={() => give(level)} />
            <span>{t(`judge-level-${level}`)}</span>
          </label>
        ))}
        <DontKnow name={name} mark={mark} give={give} />
      </div>
    </fieldset>
  );
}

/** What the marks are for: a statement, or the question whose words stand above already. */
function Legend({ item, itself }: { readonly item: string; readonly itself: string }) {
  if (isItself(item)) return <legend class="visually-hidden">{itself}</legend>;
  return (
    <legend class="marking-name">
      <Letter id={item} /> <span>{textOf(item)}</span>
    </legend>
  );
}

function DontKnow({ name, mark, give }: Omit<MarkProps, "item">) {
  return (
    <label class="choice">
      <input type="radio" name={name} checked={mark === null} onChange={() => give(null)} />
      <span>{t("judge-dont-know")}</span>
    </label>
  );
}

/** The marks that were given, to read. */
function Given({ judge, now }: { readonly judge: JudgeRecord; readonly now: Draft }) {
  return (
    <ul class="marks-given" role="list">
      {judge.items.map((item) => (
        <li key={item}>
          {!isItself(item) && <p>{nameOf(item)}</p>}
          <p>
            <strong>{markWord(judge, now.marks[item] ?? null)}</strong>
            {now.whys[item]?.trim() && <span> {t("judge-because-was", { because: now.whys[item] ?? "" })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Return a mark in words: "7 of 10", a level's own words, or that somebody does not know. */
export function markWord(judge: Pick<JudgeRecord, "ask">, mark: number | null): string {
  if (mark === null) return t("judge-dont-know");
  return judge.ask === "scale" ? t("judge-mark", { mark }) : t(`judge-level-${mark}`);
}
