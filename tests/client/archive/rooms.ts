/** Rooms as the archive finds them, for its tests. */

import type { Archive, Archived, Ranking, Scale } from "../../../client/src/wire.ts";

export const DAY = 86_400_000;

const EMPTY: Archived = {
  title: "A meeting",
  template: "task",
  case: false,
  prepared: 0,
  starts: null,
  closed: null,
  role: "participant",
  before: "",
  after: [],
  forget_at: null,
  review_at: null,
  limits: [],
  promises: [],
  disagreements: [],
  sheets: [],
  results: [],
  settled: [],
  boards: [],
};

/** A room with this code, closed at a time (ms). */
export function closed(code: string, at: number, more: Partial<Archived> = {}, kind = "Task"): Archive {
  return { code, kind, meeting: { ...EMPTY, title: code, prepared: at, closed: at, ...more } };
}

/** A room that is planned for a time (ms). */
export function planned(code: string, at: number): Archive {
  return { code, kind: "Task", meeting: { ...EMPTY, title: code, starts: at } };
}

/** A pass of marks for one question. */
export function scale(step: string, lowest: number, middle: number, highest: number, again: string | null = null): Scale {
  const given = [{ item: "-", text: "", people: 4, lowest, middle, highest }];
  return { type: "scale", step, title: step, question: "", ask: "scale", low: "no", high: "yes", again, given };
}

/** A pass of rankings. */
export function ranking(step: string, agreement: number): Ranking {
  return { type: "ranking", step, title: step, again: null, people: 5, agreement, both: 0, before: null, after: null };
}

/** A board with these statements. */
export function board(texts: readonly string[], aside = false): Archived["boards"][number] {
  const chosen = texts.map((text) => ({ id: text, text }));
  return { step: "board", title: "Board", aside, chosen, because: texts.map(() => "") };
}
