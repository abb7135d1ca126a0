import { useState } from "preact/hooks";
import { announce, warn } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { t } from "../../words.ts";
import { makeTables } from "./making.ts";
import { MOST_TABLES, sizeFor, tablesFor } from "./tables.ts";

/** No tables yet: how many suit the people who are here, and one button that makes them. */
export function FirstTables({ people }: { readonly people: number }) {
  const [typed, setTyped] = useState<number>();
  const count = typed ?? tablesFor(people);
  return (
    <div class="card active stack">
      <p class="lead">{t("hall-desk-no-tables")}</p>
      <div class="field">
        <label for="hall-count">{t("hall-desk-how-many")}</label>
        <input
          id="hall-count"
          class="input short"
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_TABLES}
          value={count}
          onInput={(event) => setTyped(within(event.currentTarget.valueAsNumber))}
        />
      </div>
      <div class="buttons">
        <DoButton
          label={t("hall-desk-make", { tables: count, size: sizeFor(people, count) })}
          icon="add"
          look="primary big"
          run={() => make(count)}
        />
      </div>
    </div>
  );
}

/** One more table, empty. */
export function AddTable() {
  return <DoButton label={t("hall-desk-add")} icon="add" run={() => make(1)} />;
}

async function make(count: number): Promise<void> {
  const sentence = await makeTables(count);
  if (sentence === undefined) announce(t("hall-desk-made", { count }));
  else warn(sentence);
}

function within(count: number): number | undefined {
  return Number.isInteger(count) && count >= 1 && count <= MOST_TABLES ? count : undefined;
}
