import { useId } from "preact/hooks";
import { all } from "../../store.ts";
import type { Field } from "../../wire.ts";
import { t } from "../../words.ts";
import { Person } from "../named.tsx";
import { togglePerson } from "./draft.ts";

// What the server takes (consensus/steps/form.py).
const LINE_LENGTH = 240;
const WORDS_LENGTH = 2_000;

export const YES_NO = ["yes", "no", "dont_know"] as const;

interface Props {
  readonly id: string;
  readonly field: Field;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** Where a field is filled in: each kind in the way that phones make easiest. */
export function Control({ id, field, value, change }: Props) {
  switch (field.kind) {
    case "choice":
      return <Choices id={id} field={field} value={value} change={change} options={(field.choices ?? []).map((each) => [each, each])} />;
    case "yes_no":
      return <Choices id={id} field={field} value={value} change={change} options={YES_NO.map((each) => [each, t(`form-${each}`)])} />;
    case "people":
      return <PeopleChoice id={id} field={field} value={value} change={change} />;
    default:
      return <Typed id={id} field={field} value={value} change={change} />;
  }
}

function Typed({ id, field, value, change }: Props) {
  const hint = field.hint ? `${id}-hint` : undefined;
  const typing = (event: { currentTarget: { value: string } }) => change(event.currentTarget.value);
  return (
    <div class="field">
      <label for={id}>
        {field.label}
        {field.required && <Wanted />}
      </label>
      {field.hint && (
        <p class="hint" id={hint}>
          {field.hint}
        </p>
      )}
      {field.kind === "words" || field.kind === undefined ? (
        <textarea id={id} class="input" maxLength={field.most || WORDS_LENGTH} aria-describedby={hint} value={value} onInput={typing} />
      ) : field.kind === "date" ? (
        <input id={id} class="input form-day" type="date" min="2000-01-01" max="2100-12-31" aria-describedby={hint} value={value} onInput={typing} />
      ) : field.kind === "number" ? (
        <input id={id} class="input short" inputMode="decimal" maxLength={14} aria-describedby={hint} value={value} onInput={typing} />
      ) : (
        <input id={id} class="input" maxLength={field.most || LINE_LENGTH} aria-describedby={hint} value={value} onInput={typing} />
      )}
    </div>
  );
}

/** Said in words, because a star says nothing. */
export function Wanted() {
  return <span class="soft form-wanted">{t("form-wanted")}</span>;
}

interface ChoicesProps extends Props {
  readonly options: readonly (readonly [string, string])[];
}

function Choices({ id, field, value, change, options }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset class="field" id={id}>
      <legend>
        {field.label}
        {field.required && <Wanted />}
      </legend>
      {field.hint && <p class="hint">{field.hint}</p>}
      <div class="segments">
        {options.map(([each, label]) => (
          <label key={each} class="segment">
            <input type="radio" name={name} checked={value === each} onChange={() => change(each)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PeopleChoice({ id, field, value, change }: Props) {
  const chosen = value.split(" ");
  return (
    <fieldset class="field" id={id}>
      <legend>
        {field.label}
        {field.required && <Wanted />}
      </legend>
      {field.hint && <p class="hint">{field.hint}</p>}
      {all("member").map((of) => (
        <label key={of.id} class="check person-check">
          <input type="checkbox" checked={chosen.includes(of.id)} onChange={() => change(togglePerson(value, of.id))} />
          <Person id={of.id} />
        </label>
      ))}
    </fieldset>
  );
}
