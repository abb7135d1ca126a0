/** What somebody has done with a notice before they send their answer. */

/** Kept on the device until the answer is sent. */
export interface Draft {
  readonly ticked: readonly number[];
  readonly note: string;
}

export const EMPTY: Draft = { ticked: [], note: "" };

/** Tick a sentence, or take the tick away. */
export function tick(draft: Draft, at: number): Draft {
  const ticked = draft.ticked.includes(at) ? draft.ticked.filter((other) => other !== at) : [...draft.ticked, at];
  return { ...draft, ticked };
}

/** Return how many of the sentences are not ticked yet. */
export function unticked(draft: Draft, checks: readonly string[]): number {
  return checks.filter((_, at) => !draft.ticked.includes(at)).length;
}

/** Return the paragraphs of a text: empty lines stand between them. */
export function paragraphs(text: string): readonly string[] {
  return text.split(/\n\s*\n/).filter((each) => each.trim() !== "");
}
