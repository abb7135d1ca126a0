/** What several groups found in the same exercise, side by side. */

import type { Archive, Ranking } from "../wire.ts";
import { letterAt } from "../steps/letters.ts";
import { heldAt } from "./load.ts";
import { folded } from "./search.ts";

/**
 * A statement on a group's board, and the group's reason. Its `letter` is the same in every column,
 * and `of` says in how many of them it is kept.
 */
export interface Placed {
  readonly letter: string;
  readonly text: string;
  readonly because: string;
  readonly of: number;
}

interface Stated {
  readonly text: string;
  readonly because: string;
}

type Board = Archive["meeting"]["boards"][number];

/** How often two people put two statements in the same order, in tenths, at the first and last pass. */
export interface Agreement {
  readonly people: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** One group's column. */
export interface Column {
  readonly room: Archive;
  readonly chosen: readonly Placed[];
  readonly aside: readonly Placed[];
  readonly agreement: Agreement;
}

// An A4 page holds no more columns that anybody can read.
export const MOST_COMPARED = 4;

/** Return the rooms that can be compared, by exercise, the first one held first; an exercise that one group did is none. */
export function exercises(found: readonly Archive[]): ReadonlyMap<string, readonly Archive[]> {
  const same = new Map<string, Archive[]>();
  for (const room of found) {
    if (room.meeting.case || chosenIn(room).length < 2) continue;
    same.set(room.meeting.template, [...(same.get(room.meeting.template) ?? []), room]);
  }
  for (const rooms of same.values()) rooms.sort((a, b) => heldAt(a) - heldAt(b));
  return new Map([...same].filter(([, rooms]) => rooms.length > 1));
}

/** Return a column for each room, with the same letter for the same statement in all of them. */
export function sideBySide(rooms: readonly Archive[]): readonly Column[] {
  const letters = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const room of rooms) {
    for (const text of new Set(chosenIn(room).map(({ text }) => folded(text)))) {
      if (!letters.has(text)) letters.set(text, letterAt(letters.size));
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const placed = ({ text, because }: Stated): Placed => {
    const key = folded(text);
    return { letter: letters.get(key) ?? "", text, because, of: counts.get(key) ?? 0 };
  };
  return rooms.map((room) => ({
    room,
    chosen: chosenIn(room).map(placed),
    aside: asideIn(room).map(placed),
    agreement: agreementIn(room),
  }));
}

/** The last board that keeps something is what a group leaves with. */
function chosenIn({ meeting }: Archive): readonly Stated[] {
  const last = meeting.boards.filter(({ aside }) => !aside).at(-1);
  return last ? statedOn(last) : [];
}

function asideIn({ meeting }: Archive): readonly Stated[] {
  return meeting.boards.filter(({ aside }) => aside).flatMap(statedOn);
}

function statedOn({ chosen, because }: Board): readonly Stated[] {
  return chosen.map(({ text }, index) => ({ text, because: because[index] ?? "" }));
}

function agreementIn({ meeting }: Archive): Agreement {
  const passes = meeting.results.filter((result): result is Ranking => result.type === "ranking");
  const of = (pass: Ranking | undefined) => (pass?.agreement == null ? undefined : Math.round(pass.agreement * 100) / 10);
  return {
    people: passes.at(-1)?.people ?? 0,
    first: passes.length > 1 ? of(passes[0]) : undefined,
    last: of(passes.at(-1)),
  };
}
