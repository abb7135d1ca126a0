import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { isChair, me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { all } from "../../store.ts";
import type { SuggestionRecord, TextRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Person } from "../named.tsx";
import { halted } from "../room-state.ts";
import { WordsField } from "../words-field.tsx";
import { include, suggest } from "./pen.ts";

interface Props {
  readonly text: TextRecord;
  /** Whether this person may do something here now. */
  readonly acts: boolean;
  /** Whether this person has the pen. */
  readonly writes: boolean;
}

/** Words that people propose beside the text. */
export function Suggestions({ text, acts, writes }: Props) {
  const found = all("suggestion", `suggestion/${text.step}/`);
  if (found.length === 0 && !acts) return null;
  return (
    <section class="stack close" aria-labelledby={`suggestions-${text.step}`}>
      <h2 id={`suggestions-${text.step}`} class="lane-head">
        {t("suggestions")}
        <span class="number">{found.length}</span>
      </h2>
      {found.map((each) => (
        <Suggestion key={each.suggestion} of={each} acts={acts} writes={writes} />
      ))}
      {acts && !writes && <Suggest step={text.step} />}
    </section>
  );
}

function Suggestion({ of, acts, writes }: { readonly of: SuggestionRecord; readonly acts: boolean; readonly writes: boolean }) {
  const own = of.by === me()?.id;
  const withdraw = async () => {
    const outcome = await attempt({ type: "settle.withdraw", step: of.step, suggestion: of.suggestion });
    if (!outcome.ok) return;
    announce(t("suggestion-gone-said"));
    focusSoon(`suggestions-${of.step}`);
  };
  return (
    <article class="item">
      <p class="group-text-inline">{of.text}</p>
      <p class="item-by">
        <Person id={of.by} />
      </p>
      {acts && (
        <div class="buttons">
          {writes && (
            <DoButton
              label={t("suggestion-include")}
              says={t("suggestion-include-says", { text: of.text })}
              icon="add"
              blocked={halted()}
              run={() => include(of.step, of.suggestion)}
            />
          )}
          {(own || writes || isChair()) && (
            <DoButton
              label={t(own ? "suggestion-withdraw" : "suggestion-decline")}
              look="quiet"
              blocked={halted()}
              run={withdraw}
            />
          )}
        </div>
      )}
    </article>
  );
}

function Suggest({ step }: { readonly step: string }) {
  const kept = draft<string>(`suggestion/${step}`);
  const offer = async () => {
    const outcome = await suggest(step, kept.peek() ?? "");
    if (outcome.ok) kept.value = undefined;
  };
  return (
    <details class="more" open={Boolean(kept.value)}>
      <summary>{t("suggestion-make")}</summary>
      <div class="stack close">
        <WordsField
          label={t("suggestion-words")}
          hint={t("suggestion-hint")}
          value={kept.value ?? ""}
          change={(words) => (kept.value = words)}
        />
        <div class="buttons">
          <DoButton
            label={t("suggestion-send")}
            icon="send"
            look="primary"
            blocked={kept.value?.trim() ? halted() : t("suggestion-empty")}
            run={offer}
          />
        </div>
      </div>
    </details>
  );
}
