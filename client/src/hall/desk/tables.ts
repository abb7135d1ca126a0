/** The tables of the hall and who sits at them, as the room's own records say. */

import { computed } from "@preact/signals";
import { all, record } from "../../store.ts";
import type { HallRecord, MemberRecord, TableRecord } from "../../wire.ts";
import { t } from "../../words.ts";

/** The hall, which is there as long as the desk is. */
export function hall(): HallRecord | undefined {
  return record("hall", "hall");
}

const sorted = computed(() => [...all("table")].sort((a, b) => a.number - b.number));

/** The tables, by number. */
export function tables(): readonly TableRecord[] {
  return sorted.value;
}

/** Return a table; undefined once it was taken away. */
export function tableById(id: string): TableRecord | undefined {
  return record("table", `table/${id}`);
}

/** Return what a table is called: its number, and its name where it has one. */
export function tableName({ number, name }: Pick<TableRecord, "number" | "name">): string {
  return name === "" ? t("hall-desk-table", { number }) : t("hall-desk-table-named", { number, name });
}

/** Say whether somebody takes part at a table: trainers and observers walk about. */
export function sits({ role, voice }: Pick<MemberRecord, "role" | "voice">): boolean {
  return voice && !["chair", "deputy", "observer"].includes(role);
}

/** Everybody who takes part at a table, or will. */
export function learners(): readonly MemberRecord[] {
  return all("member").filter(sits);
}

/** Return the id of the table at which somebody sits, if they have one. */
export function tableOf(member: string): string | undefined {
  return record("sits", `sits/${member}`)?.table;
}

/** Return who sits at a table. */
export function peopleAt(table: string): readonly MemberRecord[] {
  return learners().filter((of) => tableOf(of.id) === table);
}

/** Return who has no table yet. */
export function withoutTable(): readonly MemberRecord[] {
  return learners().filter((of) => tableOf(of.id) === undefined);
}

// A group that talks has from four to six people; five is the middle.
const GOOD_SIZE = 5;
const FEWEST = 2;
const USUAL = 4;
/** One trainer and a wall (consensus/hall/hall.py). */
export const MOST_TABLES = 40;

/** Return how many tables suit so many people; before anybody has come, a usual number. */
export function tablesFor(people: number): number {
  if (people < FEWEST * GOOD_SIZE) return people === 0 ? USUAL : FEWEST;
  return Math.min(MOST_TABLES, Math.round(people / GOOD_SIZE));
}

/** Return how large so many tables will be for so many people, at least as large as is good to plan. */
export function sizeFor(people: number, count: number): number {
  return people === 0 ? GOOD_SIZE : Math.ceil(people / Math.max(1, count));
}
