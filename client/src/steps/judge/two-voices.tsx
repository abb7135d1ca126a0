import type { Counts, JudgeRecord, Middles, Orders } from "../../wire.ts";
import { t } from "../../words.ts";
import { letterOf, lineOf } from "../statement.tsx";
import { isItself, nameOf } from "./parts.tsx";

type Tally = Counts | Middles | Orders;

interface Props {
  readonly judge: JudgeRecord;
  readonly tally: Tally;
}

/** One person one voice, and one agency one voice: whether it makes a difference, and which. */
export function TwoVoices({ judge, tally }: Props) {
  if (tally.agencies < 2) return null;
  return (
    <section class="stack close">
      <h3>{t("two-voices-head")}</h3>
      <p>{inWords(tally)}</p>
      {tally.differ && (tally.type === "orders" ? <Both tally={tally} /> : <Table judge={judge} tally={tally} />)}
    </section>
  );
}

function inWords({ type, agencies, differ }: Tally): string {
  return differ ? t(`two-voices-differ-${type}`, { agencies }) : t(`two-voices-same-${type}`, { agencies });
}

function Both({ tally }: { readonly tally: Orders }) {
  return (
    <dl class="two-voices">
      <dt>{t("two-voices-person")}</dt>
      <dd>{inLetters(tally.by_person)}</dd>
      <dt>{t("two-voices-agency")}</dt>
      <dd>{inLetters(tally.by_agency)}</dd>
    </dl>
  );
}

function inLetters(bands: Orders["by_person"]): string {
  return bands.map((band) => band.map(letterOf).join(" = ")).join(", ");
}

function Table({ judge, tally }: { readonly judge: JudgeRecord; readonly tally: Counts | Middles }) {
  const said = (item: string) => (tally.by_person[item] ?? 0) !== 0 || (tally.by_agency[item] ?? 0) !== 0;
  const items = tally.type === "counts" ? judge.items.filter(said) : judge.items;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t("two-voices-head")}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("chart-statement")}</th>
            <th scope="col">{t("two-voices-person")}</th>
            <th scope="col">{t("two-voices-agency")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item}>
              <th scope="row">{isItself(item) ? nameOf(item) : lineOf(item)}</th>
              <td class="number">{numberOf(tally.by_person[item])}</td>
              <td class="number">{numberOf(tally.by_agency[item])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function numberOf(value: number | null | undefined): string {
  return value == null ? t("scale-unsure-cell") : t("two-voices-number", { value });
}
