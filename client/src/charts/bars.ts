/** How many chose each statement, and who. */

/** One statement's choosers. `level` is how many other statements were chosen just as often. */
export interface Bar {
  readonly item: string;
  readonly members: readonly string[];
  readonly level: number;
}

interface Choice {
  readonly member: string;
  readonly answer: readonly string[];
}

/** Return a bar for each statement, the most chosen first; equals stay in the list's order. */
export function barsOf(items: readonly string[], choices: readonly Choice[]): readonly Bar[] {
  const bars = items.map((item) => ({
    item,
    members: choices.filter(({ answer }) => answer.includes(item)).map(({ member }) => member),
  }));
  const level = (count: number) => bars.filter((bar) => bar.members.length === count).length - 1;
  return bars
    .map((bar) => ({ ...bar, level: level(bar.members.length) }))
    .sort((a, b) => b.members.length - a.members.length);
}

/** Return a count as a share of all, in %. */
export function share(count: number, of: number): string {
  return `${of === 0 ? 0 : Math.round((count / of) * 1000) / 10}%`;
}
