/** A statement as it is shown everywhere: its letter and its words. */

import { computed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { shownStep } from "../room/agenda.ts";
import { Glossed } from "../room/glossed.tsx";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import { letterAt } from "./letters.ts";

const letters = computed(() => new Map(all("item").map((item, index) => [item.id, letterAt(index)])));

/** Return a statement's letter. It stays the same through the whole meeting. */
export function letterOf(id: string): string {
  return letters.value.get(id) ?? "?";
}

/** Return a statement's words: those on which the answers were given that this person looks at. */
export function textOf(id: string): string {
  const then = record("then", `then/${shownStep()?.id}`)?.words[id];
  return then ?? record("item", `item/${id}`)?.text ?? "";
}

/** Say whether another statement stands for this one by now. */
export function isGone(id: string): boolean {
  return (record("wording", `wording/${id}`)?.history.gone ?? null) !== null;
}

/** Return a statement in one line of text, for what is spoken and for lists to choose from. */
export function lineOf(id: string): string {
  return t("statement-line", { letter: letterOf(id), text: textOf(id) });
}

/** The letter of a statement. */
export function Letter({ id }: { readonly id: string }) {
  return <span class="letter">{letterOf(id)}</span>;
}

interface Props {
  readonly id: string;
  readonly children?: ComponentChildren;
}

/** A statement as a card; children stand below its words. */
export function Statement({ id, children }: Props) {
  return (
    <article class="statement">
      <Letter id={id} />
      <p class="statement-text">
        <Glossed text={textOf(id)} />
      </p>
      {children}
    </article>
  );
}
