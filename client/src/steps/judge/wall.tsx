import { barsOf, share } from "../../charts/bars.ts";
import { BarLine } from "../../charts/bars.tsx";
import { Gauge } from "../../charts/gauge.tsx";
import { Axis, Figure, Strip } from "../../charts/strip.tsx";
import { spreadInWords } from "../../charts/strips.tsx";
import { sorted, widestOf } from "../../charts/strips.ts";
import { Badge } from "../../people.tsx";
import { record } from "../../store.ts";
import type { Figures, JudgeRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Letter, textOf } from "../statement.tsx";
import { Progress } from "./parts.tsx";
import { ballotsOf, figuresOf } from "./passes.ts";

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
  return <Chosen judge={judge} />;
}

/** What was chosen, with the badges of those who chose it; their names are on people's own screens. */
function Chosen({ judge }: { readonly judge: JudgeRecord }) {
  const ballots = ballotsOf(judge.step);
  const bars = barsOf(judge.items, ballots).filter((bar) => bar.members.length > 0);
  return (
    <figure class="chart" aria-label={t("bars-label")}>
      <ul class="bars" role="list">
        {bars.slice(0, BARS).map(({ item, members }) => (
          <li key={item} class="bar">
            <p class="bar-name">
              <Letter id={item} />
              <span>{textOf(item)}</span>
              <span class="badges">{members.length <= BADGES && members.map((id) => <Badge key={id} id={id} />)}</span>
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
                <p class="note soft">{spreadInWords(spread, wide.includes(spread.item))}</p>
              </div>
              <div class="strip-plot">
                <Strip spread={spread} of={of} ballots={ballotsOf(judge.step)} size="wall" />
              </div>
            </div>
          ))}
      </div>
      <Gauge figures={figures} people={ballotsOf(judge.step).length} />
    </Figure>
  );
}
