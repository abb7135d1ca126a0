import type { Figures } from "../wire.ts";
import { t } from "../words.ts";
import { type GaugeMark, type Reading, readingOf } from "./gauge.ts";
import { Figure } from "./strip.tsx";

interface Props {
  readonly figures: Figures;
  readonly people: number;
}

/** How often two people put two statements in the same order, with chance marked. Never a target. */
export function Gauge({ figures, people }: Props) {
  const reading = readingOf(figures, people);
  if (!reading) return <p class="soft">{t("gauge-too-few")}</p>;
  return (
    <Figure label={t("gauge-question")}>
      <p>{t("gauge-question")}</p>
      <Scale marks={reading.marks} />
      <p class="chart-ends" aria-hidden="true">
        <span>{t("gauge-never")}</span>
        <span>{t("gauge-chance")}</span>
        <span>{t("gauge-always")}</span>
      </p>
      <Sentences reading={reading} />
    </Figure>
  );
}

/** The marks on a line from never to always, with chance as the tall tick: a drawing for words beside it. */
export function Scale({ marks }: { readonly marks: readonly GaugeMark[] }) {
  const ticks = Array.from({ length: 11 }, (_, index) => index);
  return (
    <svg height="44" aria-hidden="true">
      <line class="gauge-track" x1={at(0)} x2={at(10)} y1="22" y2="22" />
      {ticks.map((tick) => (
        <line
          key={tick}
          class={tick === 5 ? "gauge-chance" : "gauge-tick"}
          x1={at(tick)}
          x2={at(tick)}
          y1={tick === 5 ? 2 : 17}
          y2={tick === 5 ? 42 : 27}
        />
      ))}
      {marks.map((mark) => (
        <circle key={mark.pass} class={`gauge-mark ${mark.pass}`} cx={at(mark.tenths)} cy="22" r="9" />
      ))}
    </svg>
  );
}

/** The marks in words: the same for those who do not see them. */
function Sentences({ reading }: { readonly reading: Reading }) {
  const { people, change } = reading;
  const of = (pass: GaugeMark["pass"]) => reading.marks.find((mark) => mark.pass === pass)?.tenths ?? 0;
  if (!change) return <p>{t("gauge-now", { tenths: of("now"), people })}</p>;
  return (
    <>
      <p class="keys">
        <span class="key before">{t("gauge-key-before", { tenths: of("before") })}</span>
        <span class="key">{t("gauge-key-now", { tenths: of("now") })}</span>
      </p>
      <p>{t("gauge-both", { people })}</p>
      <p class="soft">{t(`gauge-${change}`)}</p>
    </>
  );
}

// The ends are drawn a little inside, so that a mark at 0 or 10 is whole.
function at(tenths: number): string {
  return `${4 + tenths * 9.2}%`;
}
