import { useId } from "preact/hooks";
import { rangeOf } from "../charts/scale.ts";
import { Stretch } from "../charts/stretch.tsx";
import { dayAt } from "../steps/day.ts";
import type { Archive } from "../wire.ts";
import { t } from "../words.ts";
import { change, type Point, type Trend, trends } from "./trends.ts";

/** How the marks for the same question lay from meeting to meeting: in words, and drawn. */
export function Trends({ found }: { readonly found: readonly Archive[] }) {
  const id = useId();
  const list = trends(found);
  if (list.length === 0) return null;
  return (
    <section class="stack no-print" aria-labelledby={id}>
      <h2 id={id}>{t("archive-trends")}</h2>
      <p class="soft">{t("archive-trends-how")}</p>
      {list.map((trend) => (
        <Question key={`${trend.of} ${trend.question} ${trend.text} ${trend.points[0]?.code}`} trend={trend} />
      ))}
    </section>
  );
}

function Question({ trend }: { readonly trend: Trend }) {
  const { ask, low, high, points } = trend;
  const { first, last } = rangeOf(ask);
  return (
    <figure class="card archive-trend">
      <figcaption>
        <h3 class="archive-title">{trend.text || trend.question}</h3>
        <p class="soft">{trend.text ? `${trend.of} · ${trend.question}` : trend.of}</p>
      </figcaption>
      <ul role="list">
        {points.map((point) => (
          <li key={point.code}>
            <p>{pointInWords(point)}</p>
            <Stretch marks={point} first={first} last={last} />
          </li>
        ))}
      </ul>
      <p class="chart-ends">
        <span>{t("archive-end", { mark: first, words: low || t("judge-level-1") })}</span>
        <span>{t("archive-end", { mark: last, words: high || t("judge-level-5") })}</span>
      </p>
      <p>{t(`archive-trend-${change(trend)}`)}</p>
    </figure>
  );
}

function pointInWords({ at, people, lowest, middle, highest }: Point): string {
  return t("archive-point", { day: dayAt(at), people, lowest, middle, highest });
}
