import { me } from "../people.tsx";
import { Speaker, SpeakerName } from "../steps/judge/speaker.tsx";
import { isNobodys, type Voice } from "../steps/judge/voices.ts";
import { markWord } from "../steps/judge/marks.tsx";
import { isItself, nameOf } from "../steps/judge/parts.tsx";
import { Letter, textOf } from "../steps/statement.tsx";
import type { JudgeRecord, Middles } from "../wire.ts";
import { t } from "../words.ts";
import { endsOf, marksFor, placesOf, rangeOf, unsureOf, widestMarks } from "./scale.ts";
import { Axis, Figure, MarksStrip } from "./strip.tsx";
import type { Size } from "./strips.ts";

// Beyond this a column for each person is wider than any screen; the rows above name everybody.
const MOST_COLUMNS = 12;

interface Props {
  readonly judge: JudgeRecord;
  readonly voices: readonly Voice[];
  readonly tally: Middles;
  /** The answers of the pass before, where there was one. */
  readonly before: readonly Voice[];
}

/** Everybody's marks: one strip per item, one mark per person, and those who do not know beside it. */
export function Scale({ judge, voices, tally, before }: Props) {
  const own = voices.some((voice) => voice.member === me()?.id);
  return (
    <Figure label={t("scale-label")}>
      <p class="hint">
        {t("scale-legend")} {own && t("scale-legend-own")} {before.length > 0 && t("scale-legend-before")}{" "}
        {judge.items.length > 1 && t("scale-legend-widest")}
      </p>
      <div class="strips">
        {widestMarks(judge.items, voices).map((item) => (
          <Row key={item} item={item} judge={judge} voices={voices} tally={tally} before={before} />
        ))}
      </div>
      <Table judge={judge} voices={voices} tally={tally} />
    </Figure>
  );
}

function Row({ item, judge, voices, tally, before }: Props & { readonly item: string }) {
  return (
    <div class={`strip ${isItself(item) ? "wide" : ""}`}>
      {!isItself(item) && (
        <p class="strip-name">
          <Letter id={item} />
          <span>{textOf(item)}</span>
        </p>
      )}
      <Plot item={item} judge={judge} voices={voices} before={before} />
      <div class="strip-says">
        <details class="more" open={isItself(item)}>
          <summary>{marksInWords(item, voices, tally)}</summary>
          <Everybody item={item} judge={judge} voices={voices} />
        </details>
      </div>
    </div>
  );
}

interface PlotProps extends Omit<Props, "tally"> {
  readonly item: string;
  readonly size?: Size;
}

/** One strip, with both ends of the scale in words. */
export function Plot({ item, judge, voices, before, size = "hand" }: PlotProps) {
  const range = rangeOf(judge.ask === "scale" ? "scale" : "level");
  const of = placesOf(range);
  const scale = judge.ask === "scale";
  return (
    <div class="strip-plot">
      <MarksStrip votes={marksFor(item, voices, range)} before={marksFor(item, before, range)} of={of} size={size} />
      <Axis of={of} first={range.first} size={size} />
      <p class="chart-ends" aria-hidden="true">
        <span>{scale ? judge.low : t("judge-level-1")}</span>
        <span>{scale ? judge.high : t("judge-level-5")}</span>
      </p>
    </div>
  );
}

/** Say the marks of an item in words: from where to where, who does not know, and last the middle. */
export function marksInWords(item: string, voices: readonly Voice[], tally: Middles): string {
  const ends = endsOf(item, voices);
  const unsure = unsureOf(item, voices).length;
  const words: string[] = [];
  if (ends) words.push(ends.low === ends.high ? t("scale-all-same", { mark: ends.low }) : t("scale-says", ends));
  if (unsure > 0) words.push(t("scale-unsure", { count: unsure }));
  const middle = tally.by_person[item];
  if (middle != null && ends && ends.low !== ends.high) words.push(t("scale-middle", { middle }));
  return words.join(" ");
}

function Everybody({ item, judge, voices }: { readonly item: string } & Pick<Props, "judge" | "voices">) {
  const ordered = [...voices].sort((a, b) => (a.marks[item] ?? 99) - (b.marks[item] ?? 99));
  return (
    <ul class="marks-said" role="list">
      {ordered.map((voice) => (
        <li key={voice.member} class={voice.whys[item] ? "with-words" : ""}>
          {!isNobodys(voice.member) && <Speaker voice={voice.member} />} <strong>{markWord(judge, voice.marks[item] ?? null)}</strong>
          {voice.whys[item] && <blockquote class="words">{voice.whys[item]}</blockquote>}
        </li>
      ))}
    </ul>
  );
}

/** The same as a table, for those who read better in rows and columns. */
function Table({ judge, voices, tally }: Pick<Props, "judge" | "voices" | "tally">) {
  const columns = voices.length <= MOST_COLUMNS && judge.shown !== "nobody" ? voices : [];
  const cell = (mark: number | null | undefined) => (mark == null ? t("scale-unsure-cell") : mark);
  return (
    <details class="more">
      <summary>{t("chart-table")}</summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t("scale-label")}>
        <table class="table">
          <caption>{judge.ask === "scale" ? t("scale-caption", { low: judge.low, high: judge.high }) : t("scale-caption-levels")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("chart-statement")}</th>
              <th scope="col">{t("strips-from-to")}</th>
              <th scope="col">{t("strips-middle")}</th>
              {columns.map(({ member }) => (
                <th key={member} scope="col">
                  <SpeakerName voice={member} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {judge.items.map((item) => {
              const ends = endsOf(item, voices);
              return (
                <tr key={item}>
                  <th scope="row">{nameOf(item)}</th>
                  <td>{ends ? t("strips-range", { low: String(ends.low), high: String(ends.high) }) : t("scale-unsure-cell")}</td>
                  <td class="number">{cell(tally.by_person[item])}</td>
                  {columns.map(({ member, marks }) => (
                    <td key={member} class="number">
                      {cell(marks[item])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
