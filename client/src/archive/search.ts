/** Looking for words in what one may read of one's own meetings. */

import type { Search } from "../wire.ts";

/** A piece of a line, and whether it is one of the words that were looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Return text without what people leave out when they look for it: capitals and accents. */
export function folded(text: string): string {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Return the words that were typed, as they are looked for. */
export function wordsOf(typed: string): readonly string[] {
  return folded(typed).split(/\s+/).filter((word) => word !== "");
}

/** Say whether everything that was typed stands in a text. */
export function holds(text: string, typed: string): boolean {
  const plain = folded(text);
  return wordsOf(typed).every((word) => plain.includes(word));
}

/** Return a line in pieces, so that what was looked for can be marked in it. */
export function marked(line: string, typed: string): readonly Piece[] {
  const letters = [...line];
  const plain = letters.map(folded);
  const starts: number[] = [];
  let length = 0;
  for (const letter of plain) {
    starts.push(length);
    length += letter.length;
  }
  const text = plain.join("");
  const hits = new Set<number>();
  for (const word of wordsOf(typed)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      starts.forEach((start, index) => {
        if (start < at + word.length && start + (plain[index]?.length ?? 0) > at) hits.add(index);
      });
    }
  }
  return pieces(letters, hits);
}

function pieces(letters: readonly string[], hits: ReadonlySet<number>): readonly Piece[] {
  const found: Piece[] = [];
  letters.forEach((letter, index) => {
    const last = found.at(-1);
    const hit = hits.has(index);
    if (last?.found === hit) found[found.length - 1] = { text: last.text + letter, found: hit };
    else found.push({ text: letter, found: hit });
  });
  return found;
}

/** Look for words in one room; undefined where it cannot be reached. */
export async function lookIn(code: string, typed: string): Promise<Search | undefined> {
  try {
    const body = new URLSearchParams({ words: typed });
    const answer = await fetch(`/r/${code}/search.json`, { method: "POST", body });
    return answer.ok ? ((await answer.json()) as Search) : undefined;
  } catch {
    return undefined;
  }
}
