import { useId } from "preact/hooks";
import { t } from "../../words.ts";
import { Letter, lineOf, textOf } from "../statement.tsx";

interface SourceProps {
  readonly source: string;
  readonly when: string;
  readonly change: (changed: { readonly source?: string; readonly when?: string }) => void;
}

// What the server takes as a source (consensus/answers/notes.py).
const SOURCE_LENGTH = 120;

/** Where words come from, and the day when they were said or written. */
export function SourceFields({ source, when, change }: SourceProps) {
  const id = useId();
  return (
    <div class="source-fields">
      <div class="field">
        <label for={`${id}-source`}>{t("note-source")}</label>
        <p class="hint" id={`${id}-hint`}>
          {t("note-source-hint")}
        </p>
        <input
          id={`${id}-source`}
          class="input"
          maxLength={SOURCE_LENGTH}
          aria-describedby={`${id}-hint`}
          value={source}
          onInput={(event) => change({ source: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-day`}>{t("note-day")}</label>
        <input
          id={`${id}-day`}
          class="input"
          type="date"
          value={when}
          onInput={(event) => change({ when: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

/** "Nothing from us": as good an answer as an offer. */
export function NothingCheck({ nothing, change }: { readonly nothing: boolean; readonly change: (nothing: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={nothing} onChange={(event) => change(event.currentTarget.checked)} />
      <span>{t("note-nothing")}</span>
    </label>
  );
}

// What the server takes as a name (consensus/text.py).
const NAME_LENGTH = 60;

/** Speak for an agency that is not here. */
export function ForAgency({ agency, change }: { readonly agency: string; readonly change: (agency: string) => void }) {
  const id = useId();
  return (
    <details class="more" open={agency !== ""}>
      <summary>{t("note-for-other")}</summary>
      <div class="field">
        <label for={id}>{t("note-for-agency")}</label>
        <input
          id={id}
          class="input"
          maxLength={NAME_LENGTH}
          value={agency}
          onInput={(event) => change(event.currentTarget.value)}
        />
      </div>
    </details>
  );
}

interface AboutProps {
  readonly items: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (item: string) => void;
}

// So many options are read at a glance; more are chosen from a list.
const FEW = 4;

/** The one option that a note is about. */
export function AboutOne({ items, chosen, choose }: AboutProps) {
  const id = useId();
  if (items.length > FEW) {
    return (
      <div class="field">
        <label for={id}>{t("note-about")}</label>
        <select id={id} class="input" value={chosen ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("collect-choose")}</option>
          {items.map((item) => (
            <option key={item} value={item}>
              {lineOf(item)}
            </option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <fieldset class="field">
      <legend>{t("note-about")}</legend>
      <div class="choices">
        {items.map((item) => (
          <label key={item} class="choice">
            <input type="radio" name={`about-${id}`} checked={item === chosen} onChange={() => choose(item)} />
            <span class="strip-name">
              <Letter id={item} />
              <span>{textOf(item)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
