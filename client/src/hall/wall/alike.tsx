import { Icon } from "../../icons.tsx";
import { t } from "../../words.ts";
import { LikenessMap } from "../charts/likeness-map.tsx";
import { type Group, grouped, GROUPS } from "../charts/likeness.ts";
import { ofHundred } from "../charts/shares.ts";
import { floorRecord } from "../floor.ts";
import type { Pair, Said } from "../../wire.ts";
import { Stated, Twin } from "./parts.tsx";
import { lineOf, numbersOf, type Place } from "./records.ts";

const TOP = GROUPS.filter((group) => group !== "neither");

// How many pairs of each group stand in words, and thoughts beside each: what can be read from the
// back of a hall, and on a phone.
const MOST: Readonly<Record<Place, number>> = { wall: 1, hand: 4 };

/** Any two statements: alike in how they were ranked, in how they read, in both, or in neither. */
export function AlikeView({ at }: { readonly at: Place }) {
  const record = floorRecord("alike", "alike");
  if (!record?.pairs.some((pair) => pair.ranked !== null)) return <p class="lead">{t("tables-alike-none")}</p>;
  const groups = grouped(record.pairs);
  const top = TOP.map((group) => ({ group, pairs: groups[group] }));
  return (
    <div class="stack tables-view">
      <div class={`alike at-${at}`}>
        <LikenessMap groups={groups} order={top.flatMap(({ pairs }) => pairs)} />
        <div class="alike-groups">
          {top.map(({ group, pairs }) => (
            <Pairs key={group} group={group} pairs={pairs} most={MOST[at]} />
          ))}
        </div>
      </div>
      <p class="soft">{t("tables-alike-how", { count: record.people, neither: groups.neither.length })}</p>
      <Twin
        at={at}
        caption={t("tables-alike-caption")}
        head={[t("tables-alike-pair"), t("tables-alike-group"), t("tables-alike-col-ranked"), t("tables-alike-col-reads"), t("tables-alike-notes")]}
        rows={GROUPS.flatMap((group) =>
          groups[group].map((pair) => [
            t("tables-alike-two", { first: lineOf(pair.first), second: lineOf(pair.second) }),
            t(`tables-alike-${group}`),
            pair.ranked === null ? t("tables-nothing") : String(ofHundred(pair.ranked)),
            String(ofHundred(pair.reads)),
            pair.said.map(noted).join(" "),
          ]),
        )}
      />
    </div>
  );
}

function Pairs({ group, pairs, most }: { readonly group: Group; readonly pairs: readonly Pair[]; readonly most: number }) {
  return (
    <section class={`alike-group ${group}`}>
      <h3>{t(`tables-alike-${group}`)}</h3>
      {pairs.length === 0 ? (
        <p class="soft">{t("tables-splits-none")}</p>
      ) : (
        <ul role="list">
          {pairs.slice(0, most).map((pair) => (
            <li key={`${pair.first} ${pair.second}`}>
              <Stated item={pair.first} />
              <Stated item={pair.second} />
              {pair.said.slice(0, most + 1).map((said) => (
                <p key={said.tables.join(" ") + said.text} class="alike-said">
                  <Icon name="quote" />
                  {noted(said)}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function noted({ tables, alike, text }: Said): string {
  return t("tables-alike-said", { count: tables.length, tables: numbersOf(tables), alike: alike ? "alike" : "different", text });
}
