/** What the chair may do next inside a step: each kind offers one, and the desk shows it. */

import type { Outcome } from "../commands.ts";

/** A question before an act that would leave somebody unheard. It names both ways to go on. */
export interface Confirm {
  readonly title: string;
  readonly text: string;
  /** The way back, which changes nothing: "Wait", "Change the statement". */
  readonly wait: string;
  readonly label: string;
  readonly run: () => Promise<Outcome>;
}

/** One act: what its button says, and what it does. */
export interface Act {
  readonly label: string;
  readonly run: () => Promise<Outcome>;
  /** Why it cannot be done yet. The button is off, and this stands beside it. */
  readonly blocked?: string;
  /** It leads on by itself, or nothing does yet: no way past it is offered beside it. */
  readonly onward?: boolean;
  /** Asked first; its own `run` then takes the place of the act's. */
  readonly confirm?: Confirm;
}
