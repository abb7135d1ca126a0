/** The sheet of words: what people here mean by them, and what the group agreed on. */

import { attempt } from "../commands.ts";
import { draft } from "../drafts.ts";
import { Icon } from "../icons.tsx";
import { isChair, me } from "../people.tsx";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { focusSoon } from "../steps/focus.ts";
import { namesOf } from "../steps/names.ts";
import { WordsField } from "../steps/words-field.tsx";
import { all } from "../store.ts";
import type { Meant, TermRecord } from "../wire.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { keyOf } from "./gloss.ts";
import { authorOf } from "./glossed.tsx";

// What the server takes as a word (consensus/roomwide/glossary.py).
const TERM_LENGTH = 60;

interface Draft {
  readonly word: string;
  readonly meaning: string;
}

const EMPTY: Draft = { word: "", meaning: "" };

const written = () => draft<Draft>("glossary");

/** The words, and a place to explain another. */
export function Words() {
  const terms = [...all("term")].sort((a, b) => keyOf(a.word).localeCompare(keyOf(b.word)));
  const open = room()?.closed === null && me()?.role !== "observer";
  return (
    <div class="stack open">
      <p class="soft">{t("words-why")}</p>
      {open && <Form />}
      {terms.length === 0 && <p class="soft">{t("words-none")}</p>}
      {terms.map((term) => (
        <Term key={keyOf(term.word)} term={term} open={open} />
      ))}
    </div>
  );
}

function Form() {
  const words = written();
  const now = words.value ?? EMPTY;
  const edit = (change: Partial<Draft>) => (words.value = { ...now, ...change });
  const missing = !now.word.trim() ? "word" : !now.meaning.trim() ? "meaning" : undefined;
  const put = async () => {
    const { word, meaning } = now;
    const outcome = await attempt({ type: "glossary.put", word, meaning });
    if (!outcome.ok) return;
    words.value = undefined;
    announce(t("words-put-said", { word }));
    focusSoon("glossary-word");
  };
  return (
    <section class="stack" aria-label={t("words-form")}>
      <div class="field">
        <label for="glossary-word">{t("words-word")}</label>
        <input
          id="glossary-word"
          class="input"
          maxLength={TERM_LENGTH}
          value={now.word}
          onInput={(event) => edit({ word: event.currentTarget.value })}
        />
      </div>
      <WordsField
        id="glossary-meaning"
        label={t("words-meaning")}
        value={now.meaning}
        change={(meaning) => edit({ meaning })}
      />
      <div class="buttons">
        <DoButton
          label={t("words-put")}
          icon="add"
          look="primary"
          blocked={missing && t(`words-missing-${missing}`)}
          run={put}
        />
      </div>
    </section>
  );
}

function Term({ term, open }: { readonly term: TermRecord; readonly open: boolean }) {
  const agreedFirst = [...term.meanings].sort((a, b) => Number(b.by === term.agreed) - Number(a.by === term.agreed));
  return (
    <section class="stack close">
      <h3 id={`term-${keyOf(term.word)}`}>{term.word}</h3>
      {term.agreed === null && term.meanings.length > 1 && <p class="soft">{t("words-differ")}</p>}
      {agreedFirst.map((meaning) => (
        <Meaning key={meaning.by} term={term} meaning={meaning} open={open} />
      ))}
    </section>
  );
}

interface MeaningProps {
  readonly term: TermRecord;
  readonly meaning: Meant;
  readonly open: boolean;
}

function Meaning({ term, meaning, open }: MeaningProps) {
  const agreed = term.agreed === meaning.by;
  return (
    <article class={`item ${agreed ? "agreed" : ""}`}>
      <p>{meaning.text}</p>
      <p class="item-by">
        {authorOf(meaning.by)}
        {meaning.same.length > 0 && (
          <>
            {" · "}
            {t("words-same-count", { count: meaning.same.length, names: namesOf(meaning.same) })}
          </>
        )}
      </p>
      {agreed && (
        <p class="status">
          <Icon name="agree" />
          <span>{t("words-agreed")}</span>
        </p>
      )}
      {open && <Acts term={term} meaning={meaning} agreed={agreed} />}
    </article>
  );
}

interface ActsProps {
  readonly term: TermRecord;
  readonly meaning: Meant;
  readonly agreed: boolean;
}

function Acts({ term, meaning, agreed }: ActsProps) {
  const own = me()?.id ?? "";
  const { word } = term;
  const { by: of } = meaning;
  const same = meaning.same.includes(own);
  const mean = () => attempt({ type: "glossary.agree", word, of, same: !same });
  const settle = () => attempt({ type: "glossary.settle", word, of: agreed ? null : of });
  return (
    <div class="buttons">
      {of !== own && (
        <button type="button" class="button" aria-pressed={same} onClick={() => void mean()}>
          {t("words-same")}
          <span class="visually-hidden"> {t("words-of", { word, name: authorOf(of) })}</span>
        </button>
      )}
      {isChair() && (
        <button type="button" class="button" aria-pressed={agreed} onClick={() => void settle()}>
          {t("words-settle")}
          <span class="visually-hidden"> {t("words-of", { word, name: authorOf(of) })}</span>
        </button>
      )}
      {of === own && (
        <button type="button" class="button quiet" onClick={() => editMine(word, meaning.text)}>
          <Icon name="edit" />
          {t("words-edit")}
          <span class="visually-hidden"> {word}</span>
        </button>
      )}
      {(of === own || isChair()) && (
        <DoButton
          label={t("words-drop")}
          says={t("words-drop-says", { word, name: authorOf(of) })}
          icon="delete"
          look="quiet"
          run={() => drop(word, of)}
        />
      )}
    </div>
  );
}

/** The form above is where words are written, the first time and again. */
function editMine(word: string, meaning: string): void {
  written().value = { word, meaning };
  focusSoon("glossary-meaning");
}

async function drop(word: string, of: string): Promise<void> {
  const outcome = await attempt({ type: "glossary.drop", word, of });
  if (!outcome.ok) return;
  announce(t("words-dropped-said", { word }));
  focusSoon("dialog-title");
}
