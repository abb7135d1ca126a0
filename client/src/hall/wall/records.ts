/** What the wall of tables reads: tables, their people, and the statements of the exercise. */

import { me, member } from "../../people.tsx";
import { all, record } from "../../store.ts";
import { letterAt } from "../../steps/letters.ts";
import { listOf } from "../../steps/names.ts";
import type { FoundRecord, HallRecord, StatementRecord, TableRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { floorAll, floorRecord } from "../floor.ts";

/** The page on which a view stands: read from the back of a hall, or in the hand. */
export type Place = "wall" | "hand";

/** The hall; undefined in every other room. */
export function hall(): HallRecord | undefined {
  return record("hall", "hall");
}

/** The tables in the order of their numbers. */
export function tables(): readonly TableRecord[] {
  return [...all("table")].sort((a, b) => a.number - b.number);
}

/** Return a table's number in words that stand alone: "3". */
export function numberOf(table: string): string {
  return String(record("table", `table/${table}`)?.number ?? "?");
}

/** Return what a table is called: "Table 3", or "Table 3: Oak". */
export function tableName(table: string): string {
  const name = record("table", `table/${table}`)?.name ?? "";
  const number = numberOf(table);
  return name ? t("tables-name-named", { number, name }) : t("tables-name", { number });
}

/** Return tables in a sentence: "3, 7 and 9". */
export function numbersOf(ids: readonly string[]): string {
  return listOf([...ids].sort((a, b) => Number(numberOf(a)) - Number(numberOf(b))).map(numberOf));
}

/** The table at which this person sits; undefined on the wall. */
export function ownTable(): string | undefined {
  const own = me()?.id;
  return own === undefined ? undefined : record("sits", `sits/${own}`)?.table;
}

/** Who sits at a table, by name. */
export function namesAt(table: string): readonly string[] {
  return all("sits")
    .filter((sits) => sits.table === table)
    .flatMap((sits) => member(sits.member)?.name ?? []);
}

/** How many people sit at a table. */
export function seatedAt(table: string): number {
  return all("sits").filter((sits) => sits.table === table).length;
}

/** What a table found; undefined before it has agreed anything. */
export function found(table: string): FoundRecord | undefined {
  return floorRecord("found", `found/${table}`);
}

/** What all tables found, in the order of their numbers; those with nothing yet are left out. */
export function allFound(): readonly FoundRecord[] {
  return tables().flatMap(({ id }) => found(id) ?? []);
}

/** The statements of the exercise in its order, which gives them the letters that the tables use. */
export function statements(): readonly StatementRecord[] {
  return [...floorAll("statement")].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

/** Return a statement's letter, the same at every table. */
export function letterOf(item: string): string {
  const index = statements().findIndex(({ id }) => id === item);
  return index < 0 ? "?" : letterAt(index);
}

/** Return a statement's words. */
export function textOf(item: string): string {
  return floorRecord("statement", `statement/${item}`)?.text ?? "";
}

/** Return a statement in one line. */
export function lineOf(item: string): string {
  return t("statement-line", { letter: letterOf(item), text: textOf(item) });
}

/** How many tables have opened a private ranking that can be compared. */
export function comparable(): number {
  return floorRecord("pass", "pass")?.tables ?? 0;
}
