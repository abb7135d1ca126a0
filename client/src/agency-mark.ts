/**
 * How an agency is told apart without colour: a shape and two letters. The same agency keeps its
 * mark for as long as it is in the room.
 */

// Words that carry no meaning in an agency's name, in English and Welsh.
const SMALL = new Set(["and", "the", "of", "for", "a", "ac", "y", "yr"]);

/** The two letters of an agency: "Social care" is SC, "Police" is PO. */
export function agencyLetters(agency: string): string {
  const words = agency.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const telling = words.filter((word) => !SMALL.has(word.toLowerCase()));
  const [first, second] = telling.length > 0 ? telling : words;
  if (!first) return "?";
  const letters = second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2);
  return letters.toUpperCase();
}

/** Give each agency, in the order of joining, a shape; two share one only when all are taken. */
export function assignShapes<S>(agencies: Iterable<string>, shapes: readonly S[]): ReadonlyMap<string, S> {
  const given = new Map<string, S>();
  let free = [...shapes];
  for (const agency of agencies) {
    const key = agencyKey(agency);
    if (given.has(key)) continue;
    if (free.length === 0) free = [...shapes];
    const shape = nextFree(shapes, hash(key) % shapes.length, free);
    free = free.filter((other) => other !== shape);
    given.set(key, shape);
  }
  return given;
}

/** Two spellings of one agency that differ in case or spaces are one agency. */
export function agencyKey(agency: string): string {
  return agency.trim().replace(/\s+/g, " ").toLowerCase();
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
