import { barsOf, share } from "../../charts/bars.ts";
import { BarLine } from "../../charts/bars.tsx";
import { Gauge } from "../../charts/gauge.tsx";
import { marksInWords, Plot } from "../../charts/scale.tsx";
import { widestMarks } from "../../charts/scale.ts";
import { Axis, Figure, Strip } from "../../charts/strip.tsx";
import { spreadInWords } from "../../charts/strips.tsx";
import { sorted, widestOf } from "../../charts/strips.ts";
import { record } from "../../store.ts";
import type { Figures, JudgeRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Letter, textOf } from "../statement.tsx";
import { isItself, Progress } from "./parts.tsx";
import { figuresOf, voicesBefore } from "./passes.ts";
import { Mark } from "./speaker.tsx";
import { voicesOf } from "./voices.ts";

// As many rows as fit a wall at a size that can be read from the back; everybody has the rest in hand.
const STRIPS = 2;
const BARS = 6;
const BADGES = 8;

/** The projector: what is asked, then how many have answered, then what was opened. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const judge = record("judge", `judge/${step.id}`);
  if (!judge) return null;
  if (!judge.revealed) {
    return (
      <div class="stack open">
        <p class="task">{step.prompt}</p>
        <div class="veiled">
          <Progress judge={judge} />
        </div>
      </div>
    );
  }
  const figures = figuresOf(step.id)?.figures;
  if (figures) return <WidestFirst judge={judge} figures={figures} />;
  if (judge.ask === "choose") return <Chosen judge={judge} />;
  return <Marked judge={judge} />;
}

/** The marks of the items that people are furthest apart on. */
function Marked({ judge }: { readonly judge: JudgeRecord }) {
  const tally = record("tally", `tally/${judge.step}`)?.tally;
  if (tally?.type !== "middles") return null;
  const voices = voicesOf(judge.step);
  const before = voicesBefore(judge) ?? [];
  return (
    <Figure label={t("scale-label")}>
      {judge.alarm && <p class="task">{t("judge-alarm", { mark: judge.alarm_at })}</p>}
      <div class="strips">
        {widestMarks(judge.items, voices)
          .slice(0, STRIPS)
          .map((item) => (
            <div key={item} class={`strip ${isItself(item) ? "wide" : ""}`}>
              <div>
                {!isItself(item) && (
                  <p class="strip-name">
                    <Letter id={item} />
                    <span>{textOf(item)}</span>
                  </p>
                )}
                <p class="note soft">{marksInWords(item, voices, tally)}</p>
              </div>
              <Plot item={item} judge={judge} voices={voices} before={before} size="wall" />
            </div>
          ))}
      </div>
    </Figure>
  );
}

/** What was chosen, with the badges of those who chose it; their names are on people's own screens. */
function Chosen({ judge }: { readonly judge: JudgeRecord }) {
  const ballots = voicesOf(judge.step);
  const bars = barsOf(judge.items, ballots).filter((bar) => bar.members.length > 0);
  return (
    <figure class="chart" aria-label={t("bars-label")}>
      <ul class="bars" role="list">
        {bars.slice(0, BARS).map(({ item, members }) => (
          <li key={item} class="bar">
            <p class="bar-name">
              <Letter id={item} />
              <span>{textOf(item)}</span>
              <span class="badges">{members.length <= BADGES && members.map((id) => <Mark key={id} voice={id} />)}</span>
              <strong class="num">{members.length}</strong>
            </p>
            <BarLine width={share(members.length, ballots.length)} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** The statements that people placed furthest apart: what to talk about next. */
function WidestFirst({ judge, figures }: { readonly judge: JudgeRecord; readonly figures: Figures }) {
  const { spreads, widest } = figures;
  const wide = widestOf(spreads);
  const answered = voicesOf(judge.step).filter((voice) => !voice.unsure).length;
  const of = spreads.length;
  return (
    <Figure label={t("strips-label")}>
      <div class="strips">
        <div class="strip">
          <h2>{t("wall-widest")}</h2>
          <div class="strip-plot">
            <Axis of={of} size="wall" />
          </div>
        </div>
        {sorted(spreads, widest, "widest")
          .slice(0, STRIPS)
          .map((spread) => (
            <div key={spread.item} class="strip">
              <div>
                <p class="strip-name">
                  <Letter id={spread.item} />
                  <span>{textOf(spread.item)}</span>
                </p>
                <p class="note soft">{spreadInWords(spread, wide.includes(spread.item), answered)}</p>
              </div>
              <div class="strip-plot">
                <Strip spread={spread} of={of} ballots={voicesOf(judge.step)} size="wall" />
              </div>
            </div>
          ))}
      </div>
      <Gauge figures={figures} people={answered} />
    </Figure>
  );
}
