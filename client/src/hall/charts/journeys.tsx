import type { Journey } from "../../wire.ts";
import { t } from "../../words.ts";
import { numberOf, ownTable, tableName } from "../wall/records.ts";
import { along, CHANCE, ofHundred } from "./shares.ts";

const HEIGHT = 28;
const MIDDLE = HEIGHT / 2;

/** For each table, from how far its list lies from the first private orders to the last; in the tables' order. */
export function Journeys({ journeys }: { readonly journeys: readonly Journey[] }) {
  return (
    <div class="journeys">
      <p class="journey journey-axis" aria-hidden="true">
        <span />
        <span class="chart-ends">
          <span>{t("tables-journey-as-said")}</span>
          <span>{t("tables-journey-chance")}</span>
        </span>
        <span>{t("tables-journey-agreement")}</span>
      </p>
      <ul role="list">
        {journeys.map((journey) => (
          <li key={journey.table} class={`journey ${journey.table === ownTable() ? "own" : ""}`}>
            <h3>
              <span aria-hidden="true">{numberOf(journey.table)}</span>
              <span class="visually-hidden">{tableName(journey.table)}</span>
            </h3>
            <Way journey={journey} />
            <p class="journey-agrees">
              <span aria-hidden="true">{agreementInShort(journey)}</span>
              <span class="visually-hidden">{agreementInWords(journey)}</span>
            </p>
            <p class="journey-says">{inWords(journey)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Way({ journey }: { readonly journey: Journey }) {
  const { first, last } = journey;
  const x = (share: number) => along(share, CHANCE);
  return (
    <svg height={HEIGHT} aria-hidden="true">
      <line class="tables-track" x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {first !== null && last !== null && <line class="journey-way" x1={x(first)} x2={x(last)} y1={MIDDLE} y2={MIDDLE} />}
      {first !== null && <circle class="journey-first" cx={x(first)} cy={MIDDLE} r="9" />}
      {last !== null && <circle class="journey-last" cx={x(last)} cy={MIDDLE} r="9" />}
    </svg>
  );
}

function agreementInShort({ agreement_first: first, agreement_last: last }: Journey): string {
  if (last === null) return "–";
  return first === null ? String(ofHundred(last)) : t("tables-agreement-short", { first: ofHundred(first), last: ofHundred(last) });
}

/** Say how often two people of a table had two statements in the same order, then and at last. */
export function agreementInWords({ agreement_first: first, agreement_last: last }: Journey): string {
  if (last === null) return t("tables-nothing");
  if (first === null) return t("tables-agreement-last", { last: ofHundred(last) });
  return t("tables-agreement", { first: ofHundred(first), last: ofHundred(last) });
}

/** Say a journey without a word of praise: to which of its members' orders the list is closer. */
export function inWords({ first, last }: Journey): string {
  if (last === null) return t("tables-journey-none");
  if (first === null) return t("tables-journey-only-last", { last: ofHundred(last) });
  const [one, other] = [ofHundred(first), ofHundred(last)];
  const closer = one === other ? "same" : one < other ? "first" : "last";
  return t("tables-journey-closer", { closer, first: one, last: other });
}
