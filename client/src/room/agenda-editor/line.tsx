import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly number?: boolean;
}

/** One line to type in, or a number. */
export function Line({ label, value, change, number }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        class={`input ${number ? "short" : ""}`}
        id={id}
        type="text"
        inputMode={number ? "numeric" : "text"}
        maxLength={number ? 3 : 120}
        autocomplete="off"
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
