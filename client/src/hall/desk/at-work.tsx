import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../icons.tsx";
import { DoButton } from "../../steps/do-button.tsx";
import type { TableCardRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { floorAll, floorRecord } from "../floor.ts";
import { TableCard } from "./card.tsx";
import { inOrder } from "./cards.ts";
import { hall, tables, withoutTable } from "./tables.ts";
import { Sitting } from "./sitting.tsx";
import { AddTable } from "./make-tables.tsx";
import { hold } from "./next-act.tsx";
import { show } from "./view.ts";

/** While the tables are at work: what is for all of them, then one card for each. */
export function AtWork() {
  const waiting = withoutTable();
  return (
    <>
      <div class="stack">
        <Summary />
        <ForAll />
      </div>
      {waiting.length > 0 && (
        <section class="card sunk">
          <h2>{t("hall-desk-seatless", { count: waiting.length })}</h2>
          <Sitting people={waiting} />
        </section>
      )}
      <Cards />
      <div class="buttons">
        <AddTable />
      </div>
    </>
  );
}

function Summary() {
  const cards = floorAll("table_card");
  const sum = (of: (card: TableCardRecord) => number) => cards.reduce((total, card) => total + of(card), 0);
  return (
    <p class="lead">
      {t("hall-desk-summary", { tables: tables().length, here: sum((card) => card.here), seated: sum((card) => card.seated) })}
    </p>
  );
}

function ForAll() {
  const held = hall()?.held != null;
  return (
    <div class="buttons" role="group" aria-label={t("hall-desk-all")}>
      {!held && <DoButton label={t("hall-desk-hold")} icon="pause" run={hold} />}
      <button type="button" class="button" onClick={() => show({ what: "align" })}>
        <Icon name="order" />
        {t("hall-desk-align")}
      </button>
      <button type="button" class="button" onClick={() => show({ what: "nudge", table: null })}>
        <Icon name="speak" />
        {t("hall-desk-nudge-all")}
      </button>
    </div>
  );
}

function Cards() {
  const ordered = inOrder(tables(), cardOf);
  const list = useKeptFocus(ordered.map(({ id }) => id).join());
  return (
    <ul class="tiles hall-cards" role="list" ref={list}>
      {ordered.map((table) => (
        <TableCard key={table.id} table={table} card={cardOf(table.id)} />
      ))}
    </ul>
  );
}

function cardOf(table: string): TableCardRecord | undefined {
  return floorRecord("table_card", `card/${table}`);
}

/** A card that goes to another place is taken out and put in again: whoever was in it stays in it. */
function useKeptFocus(order: string) {
  const list = useRef<HTMLUListElement>(null);
  const had = useRef<Element | null>(null);
  had.current = list.current?.contains(document.activeElement) ? document.activeElement : null;
  useLayoutEffect(() => {
    const { current } = had;
    if (current instanceof HTMLElement && current !== document.activeElement && current.isConnected)
      current.focus({ preventScroll: true });
  }, [order]);
  return list;
}
