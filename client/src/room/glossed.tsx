/** Text in which the words that people here explained can be asked what they mean. */

import { computed } from "@preact/signals";
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useId, useMemo, useState } from "preact/hooks";
import { member } from "../people.tsx";
import { all, record } from "../store.ts";
import type { TermRecord } from "../wire.ts";
import { t } from "../words.ts";
import { finderOf, keyOf } from "./gloss.ts";

const find = computed(() => finderOf(all("term").map((term) => term.word)));

// Which text of a page has a word first: later ones leave it as it is.
const Firsts = createContext<Map<string, string> | undefined>(undefined);

interface PageProps {
  /** What the page is of: another one begins anew. */
  readonly of: string;
  readonly children: ComponentChildren;
}

/** A page, in which each word is marked once. */
export function GlossedPage({ of, children }: PageProps) {
  const firsts = useMemo(() => new Map<string, string>(), [of]);
  return <Firsts.Provider value={firsts}>{children}</Firsts.Provider>;
}

/** A text with its words marked. Not for use inside a button or a label. */
export function Glossed({ text }: { readonly text: string }) {
  const own = useId();
  const page = useContext(Firsts);
  useEffect(() => () => page?.forEach((who, term) => who === own && page.delete(term)), [page, own]);
  const firsts = page ?? new Map<string, string>();
  const marked = new Set<string>();
  const isFirst = (term: string) => {
    if (marked.has(term) || (firsts.get(term) ?? own) !== own) return false;
    firsts.set(term, own);
    marked.add(term);
    return true;
  };
  return (
    <>
      {find.value(text).map((piece) =>
        piece.term !== undefined && isFirst(piece.term) ? (
          <Word key={piece.term} text={piece.text} term={piece.term} />
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

function Word({ text, term }: { readonly text: string; readonly term: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const known = record("term", `term/${term}`) ?? all("term").find((each) => keyOf(each.word) === term);
  if (!known) return <>{text}</>;
  const close = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
  return (
    <>
      <button
        type="button"
        class="gloss"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        onKeyDown={close}
      >
        {text}
        <span class="visually-hidden">{t("gloss-what")}</span>
      </button>
      <span id={id} class="gloss-meaning" hidden={!open}>
        {open && <Meaning term={known} />}
      </span>
    </>
  );
}

/** What a word means: what was agreed on, or what each person means by it. */
function Meaning({ term }: { readonly term: TermRecord }) {
  const agreed = term.meanings.find((meaning) => meaning.by === term.agreed);
  if (agreed) return <>{t("gloss-agreed", { meaning: agreed.text })}</>;
  return (
    <>
      {term.meanings.map((meaning) => (
        <span key={meaning.by} class="gloss-line">
          {t("gloss-by", { name: authorOf(meaning.by), meaning: meaning.text })}
        </span>
      ))}
    </>
  );
}

/** Return who wrote a meaning, in words. */
export function authorOf(id: string): string {
  if (id === "") return t("words-carried");
  return member(id)?.name ?? t("person-gone");
}
