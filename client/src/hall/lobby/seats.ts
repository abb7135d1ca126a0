/** Who sits where in a hall. */

import { all, record } from "../../store.ts";
import type { HallRecord, MemberRecord, TableRecord } from "../../wire.ts";

/** A table, and who sits there. */
export interface Seated {
  readonly table: TableRecord;
  readonly people: readonly MemberRecord[];
}

/** Return every table with its people, by number. */
export function seatedAt(): readonly Seated[] {
  const sits = all("sits");
  return [...all("table")]
    .sort((a, b) => a.number - b.number)
    .map((table) => ({ table, people: sits.filter((sit) => sit.table === table.id).flatMap((sit) => memberAt(sit.member)) }));
}

function memberAt(id: string): readonly MemberRecord[] {
  const found = record("member", `member/${id}`);
  return found ? [found] : [];
}

/** Return my own table and who sits there; undefined while I have none. */
export function myTable(): Seated | undefined {
  const own = record("sits", `sits/${record("me", "me")?.id ?? ""}`);
  return own && seatedAt().find(({ table }) => table.id === own.table);
}

/** Return the table with the fewest people, the first of several; undefined where there is none. */
export function roomiest(tables: readonly Seated[]): Seated | undefined {
  return tables.reduce<Seated | undefined>(
    (least, each) => (least && least.people.length <= each.people.length ? least : each),
    undefined,
  );
}

/** Say whether I choose my table, and may still change my mind. */
export function mayChoose(hall: HallRecord): boolean {
  return hall.placing === "choose" && (hall.begun === null || myTable() === undefined);
}

/** Say whether somebody with a seat is taken to their table without having asked. */
export function goesByItself(hall: HallRecord, plenary: boolean, onPurpose: boolean): boolean {
  const calledBack = hall.called !== null && (hall.aligned?.at ?? 0) <= hall.called;
  return hall.begun !== null && !calledBack && !plenary && !onPurpose;
}
