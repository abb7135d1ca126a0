/** What the card of a table says, and in which order cards stand. Times are in ms. */

import { inMinutes } from "../../room/time.ts";
import type { TableCardRecord } from "../../wire.ts";

type Card = TableCardRecord;

/** Words for something: an id of the catalogue with its numbers. */
export interface Words {
  readonly id: string;
  readonly args?: Readonly<Record<string, number>>;
}

interface Numbered {
  readonly id: string;
  readonly number: number;
}

/** Return tables in the order of their cards: who has waited longest for help first, then by number. */
export function inOrder<T extends Numbered>(tables: readonly T[], cardOf: (id: string) => Card | undefined): readonly T[] {
  const since = ({ id }: T) => cardOf(id)?.help ?? Number.POSITIVE_INFINITY;
  return [...tables].sort((a, b) => {
    const [one, other] = [since(a), since(b)];
    return one === other ? a.number - b.number : one - other;
  });
}

/** Return how long a table has been at its step by now. */
export function spentBy({ spent, running }: Card, now: number): number {
  return spent + (running === null ? 0 : Math.max(0, now - running));
}

/** Return the time spent on a step beside what is planned. */
export function timeWords(card: Card, now: number): Words {
  return { id: "hall-desk-time", args: { spent: inMinutes(spentBy(card, now)), planned: card.minutes } };
}

// Who is within this of the plan keeps to it: people breathe between steps.
const NEAR_PLAN = 60_000;

/** Return how a table stands to its plan, from how late it is. */
export function planWords(late: number): Words {
  if (Math.abs(late) < NEAR_PLAN) return { id: "hall-desk-on-time" };
  const minutes = Math.floor(Math.abs(late) / 60_000);
  return { id: late > 0 ? "hall-desk-late" : "hall-desk-early", args: { minutes } };
}

/** Return how many have answered what is asked privately now. */
export function answeredWords({ answered, expected }: Card): Words {
  return answered === null ? { id: "hall-desk-no-answers" } : { id: "hall-desk-answered", args: { answered, expected } };
}

// Why a table could not go where all tables went, as far as a trainer can do something about it.
const REASONS: Partial<Record<NonNullable<Card["behind"]>, string>> = {
  needed_first: "hall-desk-behind-needed",
  notice_unanswered: "hall-desk-behind-notice",
  risk_open: "hall-desk-behind-risk",
  step_is_skipped: "hall-desk-behind-skipped",
};

/** Return why a table could not go where all tables went; undefined where it could. */
export function behindWords({ behind }: Card): Words | undefined {
  return behind === null ? undefined : { id: REASONS[behind] ?? "hall-desk-behind-other" };
}

/** How the tables stand to a step to which they may be brought. */
export interface Standing {
  readonly there: number;
  /** These would go on to it. */
  readonly before: number;
  /** These would come back to it. */
  readonly after: number;
}

/** Return how the tables stand to the step with a number, from 1. */
export function standingTo(cards: readonly Card[], number: number): Standing {
  const count = (holds: (card: Card) => boolean) => cards.filter(holds).length;
  return {
    there: count((card) => card.number === number && card.step !== null && !card.finished),
    before: count((card) => card.step === null || card.number < number),
    after: count((card) => card.step !== null && (card.number > number || (card.number === number && card.finished))),
  };
}

/** Return the number of the step that all tables would naturally be brought to: the one the most advanced is at. */
export function furthest(cards: readonly Card[]): number {
  return Math.max(1, ...cards.map((card) => card.number));
}
