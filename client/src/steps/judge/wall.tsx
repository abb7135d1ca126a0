import { Bars } from "../../charts/bars.tsx";
import { Axis, Figure, Strip } from "../../charts/strip.tsx";
import { spreadInWords } from "../../charts/strips.tsx";
import { sorted, widestOf } from "../../charts/strips.ts";
import type { Figures, JudgeRecord, StepRecord } from "../../wire.ts";
import { record } from "../../store.ts";
import { t } from "../../words.ts";
import { Letter, textOf } from "../statement.tsx";
import { Progress } from "./parts.tsx";
import { ballotsBefore, ballotsOf, figuresOf } from "./passes.ts";

// As many rows as can be read from the back of a room; everybody has the rest in hand.
const ROWS = 4;

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
  return <Bars items={judge.items} ballots={ballotsOf(step.id)} brief />;
}

function WidestFirst({ judge, figures }: { readonly judge: JudgeRecord; readonly figures: Figures }) {
  const { spreads, widest } = figures;
  const wide = widestOf(spreads);
  const rows = sorted(spreads, widest, "widest").slice(0, ROWS);
  const of = spreads.length;
  return (
    <Figure label={t("strips-label")}>
      <h2>{t("wall-widest")}</h2>
      <div class="strips">
        <div class="strip">
          <span />
          <div class="strip-plot">
            <Axis of={of} />
          </div>
        </div>
        {rows.map((spread) => (
          <div key={spread.item} class="strip">
            <p class="strip-name">
              <Letter id={spread.item} />
              <span>{textOf(spread.item)}</span>
            </p>
            <div class="strip-plot">
              <Strip spread={spread} of={of} ballots={ballotsOf(judge.step)} before={ballotsBefore(judge)} />
            </div>
            <p class="strip-says">{spreadInWords(spread, wide.includes(spread.item))}</p>
          </div>
        ))}
      </div>
    </Figure>
  );
}
