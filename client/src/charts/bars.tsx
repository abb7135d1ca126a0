import { Speaker } from "../steps/judge/speaker.tsx";
import { isNobodys, type Voice } from "../steps/judge/voices.ts";
import { FoldWhenMany } from "../steps/named.tsx";
import { Letter, textOf } from "../steps/statement.tsx";
import { t } from "../words.ts";
import { type Bar, barsOf, share } from "./bars.ts";

interface Props {
  readonly items: readonly string[];
  readonly ballots: readonly Voice[];
}

/** Who chose what: a bar of names for each statement, the reasons below. Ties stay ties. */
export function Bars({ items, ballots }: Props) {
  const bars = barsOf(items, ballots);
  const chosen = bars.filter((bar) => bar.members.length > 0);
  const others = bars.filter((bar) => bar.members.length === 0);
  return (
    <figure class="chart" aria-label={t("bars-label")}>
      <ul class="bars" role="list">
        {chosen.map((bar) => (
          <Row key={bar.item} bar={bar} ballots={ballots} />
        ))}
      </ul>
      {others.length > 0 && <Others items={others.map((bar) => bar.item)} />}
    </figure>
  );
}

function Row({ bar, ballots }: { readonly bar: Bar; readonly ballots: readonly Voice[] }) {
  const count = bar.members.length;
  return (
    <li class="bar">
      <p class="bar-name">
        <Letter id={bar.item} />
        <span>{textOf(bar.item)}</span>
        <strong>{t("bars-count", { count })}</strong>
      </p>
      <BarLine width={share(count, ballots.length)} />
      {bar.level > 0 && <p class="note soft">{t("bars-level", { count: bar.level })}</p>}
      <FoldWhenMany count={count} summary={t("bars-who")}>
        <ul class="named-list" role="list">
          {ballots
            .filter((ballot) => bar.members.includes(ballot.member))
            .filter((ballot) => !isNobodys(ballot.member) || ballot.because)
            .map((ballot) => (
              <Chooser key={ballot.member} ballot={ballot} />
            ))}
        </ul>
      </FoldWhenMany>
    </li>
  );
}

/** A bar as long as its share of all who answered. */
export function BarLine({ width }: { readonly width: string }) {
  return (
    <svg height="14" aria-hidden="true">
      <rect class="bar-ground" width="100%" height="14" rx="3" />
      <rect class="bar-fill" width={width} height="14" rx="3" />
    </svg>
  );
}

function Others({ items }: { readonly items: readonly string[] }) {
  return (
    <details class="more">
      <summary>{t("bars-others", { count: items.length })}</summary>
      <ul role="list" class="stack close">
        {items.map((item) => (
          <li key={item}>{textOf(item)}</li>
        ))}
      </ul>
    </details>
  );
}

/** A person who chose it, with their reason in their own words. */
function Chooser({ ballot }: { readonly ballot: Voice }) {
  const { because } = ballot;
  return (
    <li class={because ? "with-words" : ""}>
      <Speaker voice={ballot.member} />
      {because && <blockquote class="words">{because}</blockquote>}
    </li>
  );
}
