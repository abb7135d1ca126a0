/** My meetings in the order in which somebody looks for them: by month, by type, by series. */

import type { Archive } from "../wire.ts";
import { heldAt, type Room } from "./load.ts";

/** The rooms of one month; `month` is its first moment (ms) on this device's calendar. */
export interface Month {
  readonly month: number;
  readonly rooms: readonly Room[];
}

/** Return when (ms) a room's meeting was or is: as the room says, or as this device remembers. */
export function whenOf(room: Room): number {
  return room.state === "there" ? heldAt(room.found) : room.mine.at;
}

/** Return the rooms by month, the latest first. */
export function byMonth(rooms: readonly Room[]): readonly Month[] {
  const months = new Map<number, Room[]>();
  for (const room of [...rooms].sort((a, b) => whenOf(b) - whenOf(a))) {
    const at = new Date(whenOf(room));
    const month = new Date(at.getFullYear(), at.getMonth()).getTime();
    const others = months.get(month);
    if (others) others.push(room);
    else months.set(month, [room]);
  }
  return [...months].map(([month, of]) => ({ month, rooms: of }));
}

/** Return the types of meeting that there are, in the order of the alphabet. */
export function typesOf(found: readonly Archive[]): readonly string[] {
  return [...new Set(found.map(({ kind }) => kind))].filter((kind) => kind !== "").sort((a, b) => a.localeCompare(b));
}

/** Return the rooms of one type; all of them for none. */
export function ofType(rooms: readonly Room[], type: string): readonly Room[] {
  return type === "" ? rooms : rooms.filter((room) => room.state === "there" && room.found.kind === type);
}

/**
 * Return the rooms as series: each goes on from the one before it, and was made after it, whichever
 * was closed first. A room alone is one, too.
 */
export function seriesOf(found: readonly Archive[]): readonly (readonly Archive[])[] {
  const linked = new Map(found.map((one) => [one.code, new Set<string>()]));
  const link = (a: string, b: string): void => {
    linked.get(a)?.add(b);
    linked.get(b)?.add(a);
  };
  for (const { code, meeting } of found) for (const other of [meeting.before, ...meeting.after]) link(code, other);
  const seen = new Set<string>();
  const reach = (code: string): readonly Archive[] => {
    const one = found.find((each) => each.code === code);
    if (!one || seen.has(code)) return [];
    seen.add(code);
    return [one, ...[...(linked.get(code) ?? [])].flatMap(reach)];
  };
  const inOrder = (series: readonly Archive[]) => [...series].sort((a, b) => a.meeting.prepared - b.meeting.prepared);
  return found.map(({ code }) => inOrder(reach(code))).filter((series) => series.length > 0);
}
