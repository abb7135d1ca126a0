import { SpeakerName } from "../steps/judge/speaker.tsx";
import type { Voice } from "../steps/judge/voices.ts";
import { middleWord } from "../steps/places.ts";
import { lineOf } from "../steps/statement.tsx";
import type { Spread } from "../wire.ts";
import { t } from "../words.ts";
import { votesFor } from "./strips.ts";

// Beyond this a column for each person is wider than any screen; the rows above name everybody.
const MOST_COLUMNS = 12;

interface Props {
  readonly spreads: readonly Spread[];
  readonly ballots: readonly Voice[];
}

/** The strips as a table: the same figures for those who read better in rows and columns. */
export function StripsTable({ spreads, ballots }: Props) {
  const columns = ballots.length <= MOST_COLUMNS ? ballots : [];
  return (
    <details class="more">
      <summary>{t("chart-table")}</summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t("strips-label")}>
        <table class="table">
          <caption>{t("strips-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("chart-statement")}</th>
              <th scope="col">{t("strips-middle")}</th>
              <th scope="col">{t("strips-from-to")}</th>
              {columns.map((ballot) => (
                <th key={ballot.member} scope="col">
                  <SpeakerName voice={ballot.member} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spreads.map((spread) => (
              <tr key={spread.item}>
                <th scope="row">{lineOf(spread.item)}</th>
                <td>{middleWord(spread.median)}</td>
                <td>{t("strips-range", { low: middleWord(spread.low), high: middleWord(spread.high) })}</td>
                {votesFor(spread.item, columns).map((vote) => (
                  <td key={vote.member} class="number">
                    {vote.place}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
