import { useId } from "preact/hooks";

// What the server takes as one note or reason (consensus/text.py).
const NOTE_LENGTH = 600;

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** How many letters fit, where it is not a whole note. */
  readonly most?: number;
  /** The person has gone on to something else. */
  readonly left?: () => void;
}

/** A place for one's own words. */
export function WordsField({ id: given, label, hint, value, change, most = NOTE_LENGTH, left }: Props) {
  const made = useId();
  const id = given ?? made;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        class="input"
        maxLength={most}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
        {...(left && { onBlur: left })}
      />
    </div>
  );
}
