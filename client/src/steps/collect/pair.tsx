import { useId } from "preact/hooks";
import { announce } from "../../status.ts";
import { t } from "../../words.ts";
import { Letter, lineOf, textOf } from "../statement.tsx";
import { putItem, tapItem } from "./note.ts";

interface Props {
  readonly items: readonly string[];
  readonly pair: readonly string[];
  readonly change: (pair: readonly string[]) => void;
}

/** Pick two statements: from two lists, or by tapping two cards. Both show the same pair. */
export function Pair({ items, pair, change }: Props) {
  return (
    <fieldset class="field">
      <legend>{t("collect-pair")}</legend>
      <div class="pair">
        <Choice label={t("collect-first")} items={items} chosen={pair[0]} choose={(item) => change(putItem(pair, 0, item))} />
        <Choice label={t("collect-second")} items={items} chosen={pair[1]} choose={(item) => change(putItem(pair, 1, item))} />
      </div>
      <details class="more">
        <summary>{t("collect-tap")}</summary>
        <Cards items={items} pair={pair} change={change} />
      </details>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly items: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (item: string) => void;
}

function Choice({ label, items, chosen = "", choose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
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

function Cards({ items, pair, change }: Props) {
  const tap = (item: string) => {
    const next = tapItem(pair, item);
    change(next);
    announce(t("collect-picked", { count: next.length }));
  };
  return (
    <ul role="list" class="stack close">
      {items.map((item) => (
        <li key={item}>
          <button type="button" class="order-row" aria-pressed={pair.includes(item)} onClick={() => tap(item)}>
            <Letter id={item} />
            <span class="order-text">{textOf(item)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
