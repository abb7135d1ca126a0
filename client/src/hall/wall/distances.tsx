import { t } from "../../words.ts";
import { differ, differing } from "../charts/differing.ts";
import { type Cell, Heat, HeatKey } from "../charts/heat.tsx";
import { along, CHANCE, ofHundred, shadeOf } from "../charts/shares.ts";
import { floorRecord } from "../floor.ts";
import type { Comparison } from "../../wire.ts";
import { LeftOut, TooFew } from "./parts.tsx";
import { numberOf, numbersOf, ownTable, type Place } from "./records.ts";

/** How far apart people are at each table and between tables, and what may be said of it. */
export function DistancesView({ at }: { readonly at: Place }) {
  const { comparison, first } = floorRecord("distances", "distances") ?? {};
  if (!comparison) return <TooFew />;
  return (
    <div class={`tables-view distances at-${at}`}>
      <div class="stack">
        <Verdict comparison={comparison} />
        <Means comparison={comparison} />
        {first && <Before comparison={first} />}
        <Pairs comparison={comparison} at={at} />
        {comparison.left_out.length > 0 && (
          <p class="soft">{t("tables-apart-left-out", { count: comparison.left_out.length, tables: numbersOf(comparison.left_out) })}</p>
        )}
      </div>
      <div class="stack close">
        <Grid comparison={comparison} />
        <p class="heat-keys">
          <HeatKey look="self">{t("tables-apart-key-within")}</HeatKey>
          <HeatKey look="marked">{t("tables-apart-key-differ")}</HeatKey>
        </p>
        <p class="soft">{t("tables-apart-how")}</p>
        <LeftOut />
      </div>
    </div>
  );
}

/** The one sentence that says what may be said. */
function Verdict({ comparison }: { readonly comparison: Comparison }) {
  const { verdict } = comparison.overall;
  return (
    <p class="tables-verdict">
      <strong>{t(`tables-verdict-${verdict}`)}</strong> {t(`tables-verdict-why-${verdict}`)}
    </p>
  );
}

/** Within tables, between tables, and chance, on one axis. */
function Means({ comparison }: { readonly comparison: Comparison }) {
  const { within, between } = comparison;
  const means = [
    { name: "within", share: within },
    { name: "between", share: between },
    { name: "chance", share: CHANCE },
  ] as const;
  return (
    <dl class="tables-means">
      {means.map(({ name, share }) => (
        <div key={name}>
          <dt>{t(`tables-mean-${name}`)}</dt>
          <dd>{share === null ? t("tables-nothing") : ofHundred(share)}</dd>
          <svg height="14" aria-hidden="true">
            <line class="tables-track" x1="0" x2="100%" y1="7" y2="7" />
            <line class={`tables-bar ${name}`} x1="0" x2={along(share ?? 0, CHANCE)} y1="7" y2="7" />
          </svg>
        </div>
      ))}
    </dl>
  );
}

/** What people brought along, before they talked with anybody. */
function Before({ comparison }: { readonly comparison: Comparison }) {
  const { within, between, overall } = comparison;
  if (within === null || between === null) return null;
  return (
    <p class="soft">
      {t("tables-apart-before", { within: ofHundred(within), between: ofHundred(between) })} {t(`tables-before-${overall.verdict}`)}
    </p>
  );
}

// More lines than this are read by nobody from the back of a hall; the grid marks every pair.
const MOST_LINES = 4;

function Pairs({ comparison, at }: { readonly comparison: Comparison; readonly at: Place }) {
  const all = differing(comparison);
  if (all.length === 0) return null;
  const said = at === "wall" ? all.slice(0, MOST_LINES) : all;
  return (
    <div class="stack close">
      <h3>{t("tables-apart-pairs")}</h3>
      <ul role="list" class="tables-lines">
        {said.map(({ table, from }) => (
          <li key={table}>
            {from.length === comparison.tables.length - 1
              ? t("tables-apart-all", { number: numberOf(table) })
              : t("tables-apart-pair", { number: numberOf(table), count: from.length, tables: numbersOf(from) })}
          </li>
        ))}
      </ul>
      {said.length < all.length && <p class="soft">{t("tables-apart-more")}</p>}
    </div>
  );
}

function Grid({ comparison }: { readonly comparison: Comparison }) {
  const { tables, apart } = comparison;
  const own = ownTable();
  const cell = (one: number, other: number): Cell => {
    const share = apart[one]?.[other] ?? null;
    if (share === null) return { number: "–", shade: 0, says: t("tables-nothing") };
    const marked = differ(comparison, tables[one]!, tables[other]!);
    const look = one === other ? "self" : marked ? "marked" : "";
    return { number: String(ofHundred(share)), shade: shadeOf(share), look, ...(marked && { says: t("tables-apart-key-differ") }) };
  };
  return (
    <Heat
      caption={t("tables-apart-caption")}
      corner={t("tables-table")}
      columns={tables.map(numberOf)}
      rows={tables.map((table, one) => ({
        name: numberOf(table),
        own: table === own,
        cells: tables.map((_, other) => cell(one, other)),
      }))}
    />
  );
}
