/** The fields of the register's forms. */

import { useId } from "preact/hooks";
import type { ComponentChildren } from "preact";

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly most?: number;
  readonly type?: "text" | "tel" | "email" | "date";
  readonly autocomplete?: string;
  readonly list?: string;
  readonly change: (value: string) => void;
}

// What the server takes as a contact or a name with its agency (consensus/roomwide/contacts.py).
const LINE_LENGTH = 120;

/** One line to type in. */
export function LineField({ label, hint, value, most = LINE_LENGTH, type = "text", change, ...rest }: LineProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        class="input"
        type={type}
        maxLength={type === "date" ? undefined : most}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
        autoComplete={rest.autocomplete ?? "off"}
        {...(rest.list && { list: rest.list })}
      />
    </div>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly change: (value: T) => void;
}

/** One of several. */
export function SelectField<T extends string>({ label, hint, value, options, change }: SelectProps<T>) {
  const id = useId();
  const pick = (typed: string) => {
    const option = options.find(([name]) => name === typed);
    if (option) change(option[0]);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        class="input"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What was wrong with what was typed, beside it. */
export function Problem({ children }: { readonly children: ComponentChildren }) {
  return children ? <p class="error">{children}</p> : null;
}
