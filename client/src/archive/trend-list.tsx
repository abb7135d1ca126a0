import { useId } from "preact/hooks";
import { rangeOf } from "../charts/scale.ts";
import { Stretch } from "../charts/stretch.tsx";
import { dayAt } from "../steps/day.ts";
import type { Archive } from "../wire.ts";
import { t } from "../words.ts";
import { Fold } from "./fold.tsx";
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
      {list.map((group) => (
        <Group key={`${group[0]?.of} ${group[0]?.points[0]?.code}`} group={group} />
      ))}
    </section>
  );
}

// A review asks ten or more: whoever wants to see them all opens them.
const MOST_IN_SIGHT = 1;

function Group({ group }: { readonly group: readonly Trend[] }) {
  return (
    <section class="stack close">
      <h3 class="kicker">{group[0]?.of}</h3>
      <Fold class="archive-trends" most={MOST_IN_SIGHT}>
        {group.map((trend) => (
          <li key={`${trend.question} ${trend.text}`}>
            <Question trend={trend} />
          </li>
        ))}
      </Fold>
    </section>
  );
}

function Question({ trend }: { readonly trend: Trend }) {
  const { ask, low, high, points } = trend;
  const { first, last } = rangeOf(ask);
  return (
    <figure class="card archive-trend">
      <figcaption>
        <h4 class="archive-title">{trend.text || trend.question}</h4>
        {trend.text && <p class="soft">{trend.question}</p>}
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
  if (lowest === highest) return t("archive-point-same", { day: dayAt(at), people, mark: lowest });
  return t("archive-point", { day: dayAt(at), people, lowest, middle, highest });
}
