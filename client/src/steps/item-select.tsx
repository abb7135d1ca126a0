import { useId } from "preact/hooks";
import { lineOf } from "./statement.tsx";

interface Props {
  readonly label: string;
  /** What stands for no statement. */
  readonly none: string;
  readonly items: readonly string[];
  readonly value: string;
  readonly choose: (item: string) => void;
}

/** Choose one statement of a list, or none. */
export function ItemSelect({ label, none, items, value, choose }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {items.map((item) => (
          <option key={item} value={item}>
            {lineOf(item)}
          </option>
        ))}
      </select>
    </div>
  );
}
