/** Every word that people read, from the catalogue of their language (Project Fluent). */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

let bundle: FluentBundle | undefined;

/** Fetch the catalogue that the page names, and what this page alone says. Nothing can be shown before it is there. */
export async function loadWords(): Promise<void> {
  const { words, lang } = document.body.dataset;
  const parts = (words ?? "").split(" ").map(async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`no words: ${answer.status}`);
    return answer.text();
  });
  useWords((await Promise.all(parts)).join("\n"), lang ?? "en");
}

/** Read a catalogue. Names stand in elements of their own, so none is wrapped in marks. */
export function useWords(catalogue: string, lang: string): void {
  bundle = new FluentBundle(lang, { useIsolating: false });
  for (const error of bundle.addResource(new FluentResource(catalogue))) console.error(error);
}

/** Return the words with this id. A missing id is a bug: it is logged, and shown as itself. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const pattern = bundle?.getMessage(id)?.value;
  if (!bundle || !pattern) {
    console.error(`no words for ${id}`);
    return id;
  }
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args, errors);
  for (const error of errors) console.error(`${id}:`, error);
  return text;
}
