import { useId } from "preact/hooks";
import { rangeOf } from "../charts/scale.ts";
import { Stretch } from "../charts/stretch.tsx";
import type { Ranking, Replay, Scale } from "../wire.ts";
import { t } from "../words.ts";

interface Props {
  readonly replay: Replay;
  readonly index: number;
}

/** How close views were at each pass that was open by then: in words, and drawn. Never a target. */
export function Convergence({ replay, index }: Props) {
  const id = useId();
  if (replay.results.length === 0) return null;
  const opened = new Set(
    replay.moments
      .slice(0, index + 1)
      .filter(({ what }) => what === "revealed")
      .map(({ step }) => step),
  );
  return (
    <section class="stack close" aria-labelledby={id}>
      <h2 id={id}>{t("replay-views")}</h2>
      {replay.results.some(({ type }) => type === "ranking") && <p class="hint">{t("replay-agreement-how")}</p>}
      <ul class="replay-passes" role="list">
        {replay.results.map((result) => (
          <li key={result.step} class={opened.has(result.step) ? "" : "soft"}>
            <h3 class="kicker">{result.title}</h3>
            {!opened.has(result.step) ? (
              <p>{t("replay-not-yet")}</p>
            ) : result.type === "ranking" ? (
              <Agreement ranking={result} />
            ) : (
              <Marks scale={result} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function tenths(share: number): number {
  return Math.round(share * 100) / 10;
}

function Agreement({ ranking }: { readonly ranking: Ranking }) {
  const { agreement, people, before, after, both } = ranking;
  if (agreement === null) return <p>{t("replay-too-few")}</p>;
  const now = tenths(agreement);
  return (
    <>
      <Tenths mark={now} />
      <p>{t("replay-agreement", { tenths: now, people })}</p>
      {before !== null && after !== null && <p class="soft">{t(`replay-${moved(before, after)}`, { people: both })}</p>}
    </>
  );
}

function moved(before: number, after: number): "closer" | "apart" | "level" {
  const [was, is] = [tenths(before), tenths(after)];
  return is > was ? "closer" : is < was ? "apart" : "level";
}

/** From never to always, with what chance gives marked at 5. */
function Tenths({ mark }: { readonly mark: number }) {
  // Ends are drawn a little inside, so that a mark at either is whole.
  const x = (at: number) => `${2 + at * 9.6}%`;
  return (
    <svg height="28" aria-hidden="true">
      <line class="gauge-track" x1={x(0)} x2={x(10)} y1="14" y2="14" />
      <line class="gauge-chance" x1={x(5)} x2={x(5)} y1="1" y2="27" />
      <circle class="gauge-mark now" cx={x(mark)} cy="14" r="7" />
    </svg>
  );
}

// More questions than this are a table; the frame below has them all.
const MOST_SHOWN = 5;

function Marks({ scale }: { readonly scale: Scale }) {
  const { first, last } = rangeOf(scale.ask === "level" ? "level" : "scale");
  const widest = [...scale.given]
    .sort((a, b) => (b.highest ?? 0) - (b.lowest ?? 0) - ((a.highest ?? 0) - (a.lowest ?? 0)))
    .slice(0, MOST_SHOWN);
  return (
    <div class="stack close">
      {widest.length < scale.given.length && <p class="soft">{t("replay-widest", { count: widest.length })}</p>}
      {widest.map(({ item, text, people, lowest, middle, highest }) =>
        lowest == null || middle == null || highest == null ? (
          <p key={item}>{t("replay-no-marks")}</p>
        ) : (
          <div key={item}>
            {text && <p>{text}</p>}
            <Stretch marks={{ lowest, middle, highest }} first={first} last={last} />
            <p class="soft">
              {lowest === highest
                ? t("replay-marks-same", { mark: lowest, people })
                : t("replay-marks", { lowest, middle, highest, people })}
            </p>
          </div>
        ),
      )}
      <p class="chart-ends">
        <span>{t("replay-end", { mark: first, words: scale.low || t("judge-level-1") })}</span>
        <span>{t("replay-end", { mark: last, words: scale.high || t("judge-level-5") })}</span>
      </p>
    </div>
  );
}
