import { useState } from "preact/hooks";
import { send } from "../../commands.ts";
import { member } from "../../people.tsx";
import { announce } from "../../status.ts";
import type { TableRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { hall, peopleAt, tableName, tableOf, tables } from "./tables.ts";
import { close } from "./view.ts";
import { Wrong } from "./wrong.tsx";

/** To which table somebody goes; how large each is stands beside it. */
export function Move({ id }: { readonly id: string }) {
  const [problem, setProblem] = useState("");
  const now = tableOf(id);
  const go = async (table: TableRecord) => {
    const outcome = await send({ type: "hall.place", member: id, table: table.id });
    if (!outcome.ok) return setProblem(outcome.sentence);
    close();
    announce(t("hall-desk-moved", { name: member(id)?.name ?? "", table: tableName(table) }));
  };
  return (
    <div class="stack">
      {hall()?.begun !== null && now !== undefined && <p class="soft">{t("hall-desk-move-keeps")}</p>}
      <Wrong says={problem} />
      <ul class="sheet-list" role="list">
        {tables().map((table) => (
          <li key={table.id}>
            <button
              type="button"
              class="button wide hall-choice"
              aria-pressed={table.id === now}
              onClick={() => (table.id === now ? close() : void go(table))}
            >
              <span>{tableName(table)}</span>{" "}
              <span class="note">{t("hall-desk-size", { count: peopleAt(table.id).length })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
