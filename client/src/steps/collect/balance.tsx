import { useId } from "preact/hooks";
import { all } from "../../store.ts";
import type { CollectRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Letter, textOf } from "../statement.tsx";
import { Gaps } from "./gaps.tsx";
import { type Balance, balanceOf, groupsOf, longestOf } from "./options.ts";

// One unit of the drawing's height; don't-knows have a row of their own, under both sides.
const ROW = 16;
const HALF = 50;

/** Return the balance of each option of a step, from all that the room holds. */
export function balancesOf(items: readonly string[]): ReadonlyMap<string, Balance> {
  const [collects, notes] = [all("collect"), all("note")];
  return new Map(items.map((item) => [item, balanceOf(groupsOf(item, collects, notes))]));
}

/** All options, drawn to one measure: strengths left, worries right, don't-knows hatched. */
export function Balances({ collect }: { readonly collect: CollectRecord }) {
  const balances = balancesOf(collect.items);
  const longest = longestOf([...balances.values()]);
  return (
    <figure class="chart" aria-label={t("balance-label")}>
      <ul class="balances" role="list">
        {[...balances].map(([item, balance]) => (
          <li key={item}>
            <p class="strip-name">
              <Letter id={item} />
              <span>{textOf(item)}</span>
            </p>
            <BalanceBar balance={balance} longest={longest} />
            <Gaps groups={groupsOf(item, all("collect"), all("note"))} />
          </li>
        ))}
      </ul>
      <figcaption class="note soft">{t("balance-not-a-score")}</figcaption>
    </figure>
  );
}

/** One option's balance: a drawing, and the same in words. */
export function BalanceBar({ balance, longest }: { readonly balance: Balance; readonly longest: number }) {
  const { strength, worry, unknown } = balance;
  const hatch = useId();
  const long = (count: number) => `${(count / longest) * HALF}%`;
  const hatched = (unknown / longest) * HALF;
  return (
    <div class="balance">
      <svg height={ROW * 2 + 4} aria-hidden="true">
        <line class="balance-middle" x1="50%" x2="50%" y1="0" y2={ROW * 2 + 4} />
        <rect class="balance-strength" x={`${HALF - (strength / longest) * HALF}%`} width={long(strength)} y="1" height={ROW - 2} />
        {worry > 0 && <rect class="balance-worry" x="50%" width={long(worry)} y="2" height={ROW - 4} />}
        {unknown > 0 && (
          <>
            <Hatch id={hatch} />
            <rect
              class="balance-unknown"
              x={`${HALF - hatched / 2}%`}
              width={`${hatched}%`}
              y={ROW + 4}
              height={ROW - 2}
              fill={`url(#${hatch})`}
            />
          </>
        )}
      </svg>
      <p class="balance-words">
        <span>{t("balance-strengths", { count: strength })}</span>
        <span>{t("balance-unknowns", { count: unknown })}</span>
        <span>{t("balance-worries", { count: worry })}</span>
      </p>
    </div>
  );
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="balance-hatch" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
    </defs>
  );
}
