/**
 * How an agency is told apart without colour: a shape and two letters. The same agency keeps its
 * mark for as long as it is in the room.
 */

// Words that carry no meaning in an agency's name, in English and Welsh.
const SMALL = new Set(["and", "the", "of", "for", "a", "ac", "y", "yr"]);

/** The usual two letters of an agency: "Social care" is SC, "Police" is PO. */
export function agencyLetters(agency: string): string {
  const words = agency.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const telling = words.filter((word) => !SMALL.has(word.toLowerCase()));
  const [first, second] = telling.length > 0 ? telling : words;
  if (!first) return "?";
  const letters = second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2);
  return letters.toUpperCase();
}

/** What stands for an agency. */
export interface Mark<S> {
  readonly shape: S;
  readonly letters: string;
}

/**
 * Give each agency a mark, in the order of joining, so that who comes later changes nobody's. Two
 * agencies share a shape only when all are taken, and letters only when their names leave no others.
 */
export function assignMarks<S>(agencies: Iterable<string>, shapes: readonly S[]): ReadonlyMap<string, Mark<S>> {
  const given = new Map<string, Mark<S>>();
  const taken = new Set<string>();
  let free = [...shapes];
  for (const agency of agencies) {
    const key = agencyKey(agency);
    if (given.has(key)) continue;
    if (free.length === 0) free = [...shapes];
    const shape = nextFree(shapes, hash(key) % shapes.length, free);
    const letters = nextLetters(agency, taken);
    free = free.filter((other) => other !== shape);
    taken.add(letters);
    given.set(key, { shape, letters });
  }
  return given;
}

/** Two spellings of one agency that differ in case or spaces are one agency. */
export function agencyKey(agency: string): string {
  return agency.trim().replace(/\s+/g, " ").toLowerCase();
}

/** "School" beside "Social care" is SH: the first of its later letters that is not taken. */
function nextLetters(agency: string, taken: ReadonlySet<string>): string {
  const usual = agencyLetters(agency);
  if (!taken.has(usual)) return usual;
  const first = usual.slice(0, 1);
  const later = agency.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "").slice(1);
  return [...later].map((letter) => first + letter).find((pair) => !taken.has(pair)) ?? usual;
}

function nextFree<S>(shapes: readonly S[], wanted: number, free: readonly S[]): S {
  const round = [...shapes.slice(wanted), ...shapes.slice(0, wanted)];
  return round.find((shape) => free.includes(shape)) as S;
}

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
}
