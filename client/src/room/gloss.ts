/** Finds the words of the glossary in a text. Pure: what is done about them is in glossed.tsx. */

/** A stretch of text; `term` is the key of the word it is, if it is one. */
export interface Piece {
  readonly text: string;
  readonly term?: string;
}

/** Finds words in a text. */
export type Finder = (text: string) => readonly Piece[];

/** Return what words are looked up by: without capitals, and with single spaces. */
export function keyOf(word: string): string {
  return word.toLowerCase().replace(/\s+/gu, " ");
}

/**
 * Return a finder of these words: whole ones, whatever their capitals, the longest where several
 * begin at the same place. Letters, digits and accents beside a word make it another word.
 */
export function finderOf(words: readonly string[]): Finder {
  const keys = new Set(words.map(keyOf).filter((key) => key !== ""));
  if (keys.size === 0) return (text) => [{ text }];
  const longestFirst = [...keys].sort((a, b) => b.length - a.length).map(pattern);
  // What stands before a word is matched with it: older phones cannot look behind.
  const source = `(^|[^\\p{L}\\p{N}\\p{M}])(${longestFirst.join("|")})(?![\\p{L}\\p{N}\\p{M}])`;
  return (text) => split(text, new RegExp(source, "giu"), keys);
}

function split(text: string, found: RegExp, keys: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(found)) {
    const word = match[2] ?? "";
    const key = keyOf(word);
    if (!keys.has(key)) continue;
    const start = match.index + (match[1] ?? "").length;
    if (start > done) pieces.push({ text: text.slice(done, start) });
    pieces.push({ text: word, term: key });
    done = start + word.length;
  }
  if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done) });
  return pieces;
}

function pattern(key: string): string {
  return key.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&").replace(/ /gu, "\\s+");
}
