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

const later = new Map<string, Promise<void>>();

/** Fetch, once, what a part of the page says that most pages never show; wait for it before showing the part. */
export function moreWords(part: string): Promise<void> {
  const found = later.get(part) ?? fetchMore(part);
  later.set(part, found);
  found.catch(() => later.delete(part));
  return found;
}

async function fetchMore(part: string): Promise<void> {
  const [whole = ""] = (document.body.dataset["words"] ?? "").split(" ");
  const answer = await fetch(whole.replace(".ftl", `/${part}.ftl`));
  if (!answer.ok) throw new Error(`no words: ${answer.status}`);
  read(await answer.text());
}

/** Read a catalogue. Names stand in elements of their own, so none is wrapped in marks. */
export function useWords(catalogue: string, lang: string): void {
  bundle = new FluentBundle(lang, { useIsolating: false });
  read(catalogue);
}

function read(catalogue: string): void {
  for (const error of bundle?.addResource(new FluentResource(catalogue)) ?? []) console.error(error);
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
