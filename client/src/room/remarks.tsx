/** "Ask why" and "I see it differently", beside anything that somebody said. */

import { Icon } from "../icons.tsx";
import { me } from "../people.tsx";
import { namesOf } from "../steps/names.ts";
import { all } from "../store.ts";
import type { RemarkRecord } from "../wire.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { type Subject, subject } from "./remarks/subject.ts";

interface Props {
  readonly step: string;
  /** What it is about: an item, `note/<id>`, `ballot/<member>`, `stance/<slot>/<member>`; "" is the step. */
  readonly about: string;
  /** The words that it is about, as they stand. */
  readonly quote: string;
  /** Who said them, where it is known. */
  readonly of?: string | null;
}

/** The remarks on one thing, and a quiet way to make one. Nobody asks themselves. */
export function Remarks({ step, about, quote, of = null }: Props) {
  const found = remarksOn(step, about);
  const role = me()?.role;
  const may = role !== undefined && role !== "observer" && room()?.closed === null;
  if (!may && found.length === 0) return null;
  return (
    <div class="remarks">
      {found.length > 0 && <RemarkList remarks={found} />}
      {may && of !== me()?.id && <More about={{ step, about, quote: firstOf(quote, QUOTE_LENGTH), of }} />}
    </div>
  );
}

function More({ about }: { readonly about: Subject }) {
  return (
    <button
      type="button"
      class="button quiet icon-only remark-more"
      aria-label={t("remark-more", { quote: firstOf(about.quote, SHORT) })}
      title={t("remark-sheet")}
      onClick={() => (subject.value = about)}
    >
      <Icon name="ask-why" />
    </button>
  );
}

// What the server takes as the words that a remark is about (consensus/text.py).
const QUOTE_LENGTH = 240;

// So much of a quote tells things apart when it is read aloud.
const SHORT = 60;

/** Return the first letters of a text: as many as fit, and never half of one. */
export function firstOf(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : text;
}

/** Return the remarks on one thing of a step, as they came. */
export function remarksOn(step: string, about: string): readonly RemarkRecord[] {
  return all("remark").filter((remark) => remark.step === step && remark.about === about);
}

/** Remarks in short: who asks or differs, in which words, and the answer. */
export function RemarkList({ remarks }: { readonly remarks: readonly RemarkRecord[] }) {
  return (
    <ul class="remark-list" role="list">
      {remarks.map((remark) => (
        <li key={remark.remark}>
          <RemarkLine remark={remark} />
        </li>
      ))}
    </ul>
  );
}

/** One remark with its answer. */
export function RemarkLine({ remark }: { readonly remark: RemarkRecord }) {
  return (
    <div class="remark-line">
      <p>
        <Icon name={remark.sort === "why" ? "ask-why" : "differ"} />
        <span>
          <strong>{headOf(remark)}</strong> {remark.text && <bdi>{remark.text}</bdi>}
        </span>
      </p>
      {remark.safe !== "" && <p class="note">{t(`remark-safe-${remark.safe}`)}</p>}
      {remark.answer && (
        <p>
          <Icon name="speak" />
          <span>
            <strong>{t("remark-answered", { name: namesOf([remark.answered_by ?? ""]) })}</strong> <bdi>{remark.answer}</bdi>
          </span>
        </p>
      )}
      {remark.settled && <p class="note soft">{t("remark-settled")}</p>}
    </div>
  );
}

function headOf(remark: RemarkRecord): string {
  const name = namesOf([remark.by]);
  if (remark.sort === "differ") return t("remark-head-differ", { name });
  return remark.to === null ? t("remark-head-why", { name }) : t("remark-head-why-of", { name, of: namesOf([remark.to]) });
}
