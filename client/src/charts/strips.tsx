import { useState } from "preact/hooks";
import { Speakers } from "../steps/judge/speaker.tsx";
import type { Voice } from "../steps/judge/voices.ts";
import { middleWord } from "../steps/places.ts";
import { Letter, lineOf, textOf } from "../steps/statement.tsx";
import type { Figures, Spread } from "../wire.ts";
import { t } from "../words.ts";
import { Axis, Figure, Strip } from "./strip.tsx";
import { byPlace, SORTS, type Sort, sorted, votesFor, widestOf } from "./strips.ts";
import { StripsTable } from "./strips-table.tsx";

interface Props {
  readonly figures: Figures;
  readonly ballots: readonly Voice[];
  /** The answers of the pass before, where there was one. */
  readonly before?: readonly Voice[];
}

/** Where everybody placed each statement: one strip per statement, one mark per person. */
export function Strips({ figures, ballots, before }: Props) {
  const [by, setBy] = useState<Sort>("widest");
  const { spreads, widest } = figures;
  const of = spreads.length;
  const wide = widestOf(spreads);
  return (
    <Figure label={t("strips-label")}>
      <SortChoice by={by} setBy={setBy} />
      <Legend before={before !== undefined} />
      <div class="strips">
        <div class="strip">
          <span />
          <div class="strip-plot">
            <Axis of={of} />
            <p class="chart-ends" aria-hidden="true">
              <span>{t("strips-most")}</span>
              <span>{t("strips-least")}</span>
            </p>
          </div>
        </div>
        {sorted(spreads, widest, by).map((spread) => (
          <Row
            key={spread.item}
            spread={spread}
            of={of}
            ballots={ballots}
            before={before}
            isWidest={wide.includes(spread.item)}
          />
        ))}
      </div>
      <StripsTable spreads={spreads} ballots={ballots} />
    </Figure>
  );
}

function SortChoice({ by, setBy }: { readonly by: Sort; readonly setBy: (by: Sort) => void }) {
  return (
    <fieldset>
      <legend class="hint">{t("strips-sort")}</legend>
      <div class="segments">
        {SORTS.map((sort) => (
          <label key={sort} class="segment">
            <input type="radio" name="strips-sort" checked={by === sort} onChange={() => setBy(sort)} />
            {t(`strips-sort-${sort}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Legend({ before }: { readonly before: boolean }) {
  return <p class="hint">{t(before ? "strips-legend-before" : "strips-legend")}</p>;
}

interface RowProps {
  readonly spread: Spread;
  readonly of: number;
  readonly ballots: readonly Voice[];
  readonly before: readonly Voice[] | undefined;
  readonly isWidest: boolean;
}

function Row({ spread, of, ballots, before, isWidest }: RowProps) {
  const { item } = spread;
  return (
    <div class="strip">
      <p class="strip-name">
        <Letter id={item} />
        <span>{textOf(item)}</span>
      </p>
      <div class="strip-plot">
        <Strip spread={spread} of={of} ballots={ballots} before={before} />
      </div>
      <div class="strip-says">
        <details class="more" id={rowId(item)}>
          <summary>{spreadInWords(spread, isWidest, ballots.length)}</summary>
          <Places item={item} ballots={ballots} />
        </details>
      </div>
    </div>
  );
}

/** Say a spread in words: from where to where, the middle, how many `of` all placed it, and if it is the widest. */
export function spreadInWords(spread: Spread, isWidest: boolean, of: number): string {
  const { low, high, median, places } = spread;
  const all = places.length === of;
  const words: string[] = [];
  if (low === high) words.push(t(all ? "strip-all-same" : "strip-all-same-some", { place: middleWord(low) }));
  else words.push(t("strip-says", { low: middleWord(low), high: middleWord(high), middle: middleWord(median) }));
  if (!all) words.push(t("strip-placed-by", { count: places.length, of }));
  if (isWidest && low !== high) words.push(t("strip-widest"));
  return words.join(" ");
}

function Places({ item, ballots }: { readonly item: string; readonly ballots: readonly Voice[] }) {
  return (
    <ul class="at-places" role="list">
      {byPlace(votesFor(item, ballots)).map(({ place, members }) => (
        <li key={place}>
          <strong class="num">{middleWord(place)}</strong>
          <Speakers voices={members} />
        </li>
      ))}
    </ul>
  );
}

/** Open a statement's row and go there. */
function showRow(item: string): void {
  const row = document.getElementById(rowId(item));
  if (!(row instanceof HTMLDetailsElement)) return;
  row.open = true;
  row.querySelector("summary")?.focus();
}

function rowId(item: string): string {
  return `strip-${item}`;
}

/** A sentence's way to a statement's row. */
export function RowLink({ item }: { readonly item: string }) {
  return (
    <button type="button" class="as-link row-link" onClick={() => showRow(item)}>
      {lineOf(item)}
    </button>
  );
}
