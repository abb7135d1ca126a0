/** Whether words are easy to read: a soft hint, never a mark. */

// Sentences of up to twenty words and words of up to twelve letters are read by most at a glance.
const LONG_SENTENCE = 20;
const LONG_WORD = 12;

/** What may be hard to read. */
export interface Hints {
  readonly sentences: number;
  readonly words: readonly string[];
}

/** Find long sentences and long words. */
export function hints(text: string): Hints {
  const sentences = text.split(/[.!?…]+\s|\n+/).map(wordsOf);
  const long = wordsOf(text).filter((word) => word.length > LONG_WORD);
  const once = [...new Map(long.map((word) => [word.toLowerCase(), word])).values()];
  return { sentences: sentences.filter((words) => words.length > LONG_SENTENCE).length, words: once };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}’'-]+/gu) ?? [];
}
