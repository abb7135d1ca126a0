/** Whether words are easy to read: a soft hint, never a mark. */

// Sentences of up to twenty words and words of up to twelve letters are read by most at a glance.
const LONG_SENTENCE = 20;
const LONG_WORD = 12;
const SHORT_FORM = /^\p{Lu}{2,6}s?$/u;

/** What may be hard to read. */
export interface Hints {
  readonly sentences: number;
  readonly words: readonly string[];
  /** Short forms in capitals that the glossary does not explain. */
  readonly capitals: readonly string[];
}

/** Find long sentences, long words, and short forms that are not among the `explained` words. */
export function hints(text: string, explained: readonly string[] = []): Hints {
  const sentences = text.split(/[.!?…]+\s|\n+/).map(wordsOf);
  const long = wordsOf(text).filter((word) => word.length > LONG_WORD);
  const once = [...new Map(long.map((word) => [word.toLowerCase(), word])).values()];
  const known = new Set(explained.map((word) => word.toLowerCase()));
  const capitals = wordsOf(text).filter((word) => SHORT_FORM.test(word) && !known.has(word.toLowerCase()));
  return {
    sentences: sentences.filter((words) => words.length > LONG_SENTENCE).length,
    words: once,
    capitals: [...new Set(capitals)],
  };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}’'-]+/gu) ?? [];
}
