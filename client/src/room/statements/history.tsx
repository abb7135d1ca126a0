/** What a statement said before, and what became of those that are no longer on the list. */

import { timeOf } from "../../steps/day.ts";
import { Person } from "../../steps/named.tsx";
import { letterOf, lineOf, textOf } from "../../steps/statement.tsx";
import { all, record } from "../../store.ts";
import { t } from "../../words.ts";
import { partOf } from "./list.ts";

/** What a statement said before and who changed it, the last change first; nothing where nobody did. */
export function Before({ item }: { readonly item: string }) {
  const before = record("wording", `wording/${item}`)?.history.before ?? [];
  const whole = partOf(item);
  return (
    <>
      {whole !== undefined && <p class="note soft">{t("statements-part-of", { statement: lineOf(whole) })}</p>}
      {before.length > 0 && (
        <details class="more">
          <summary>{t("statements-before", { count: before.length })}</summary>
          <ol class="stack close" role="list">
            {[...before].reverse().map((each) => (
              <li key={each.at + each.text}>
                <p>{t("statements-it-said", { text: each.text })}</p>
                {each.joined && <p>{t("statements-joined", { statement: lineOf(each.joined) })}</p>}
                <By by={each.by} at={each.at} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function By({ by, at }: { readonly by: string; readonly at: number }) {
  return (
    <p class="item-by">
      <Person id={by} /> <span>{timeOf(at)}</span>
    </p>
  );
}

/** Statements that others stand for now, with their words as they were. */
export function NoLonger() {
  const gone = all("wording").flatMap(({ item, history }) => (history.gone ? [{ item, gone: history.gone }] : []));
  if (gone.length === 0) return null;
  return (
    <details class="more">
      <summary>{t("statements-gone", { count: gone.length })}</summary>
      <ul class="stack close" role="list">
        {gone.map(({ item, gone: { into, by, at } }) => (
          <li key={item}>
            <p>{t("statements-it-said", { text: textOf(item) })}</p>
            <p>{t("statements-instead", { letters: into.map(letterOf).join(", ") })}</p>
            <By by={by} at={at} />
          </li>
        ))}
      </ul>
    </details>
  );
}
