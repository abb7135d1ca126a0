/** The one next thing for the trainer of a session, worked out from where it is. */

/** Where the session is, as far as the next act depends on it. */
export interface Session {
  readonly tables: number;
  readonly people: number;
  readonly begun: boolean;
  readonly held: boolean;
  /** Everybody is asked back from the tables. */
  readonly called: boolean;
}

/** What comes next. */
export type Next = "make" | "wait" | "begin" | "go-on" | "call" | "plenary";

/** Return the one next thing to do. */
export function nextOf({ tables, people, begun, held, called }: Session): Next {
  if (tables === 0) return "make";
  if (!begun) return people === 0 ? "wait" : "begin";
  if (held) return "go-on";
  return called ? "plenary" : "call";
}
