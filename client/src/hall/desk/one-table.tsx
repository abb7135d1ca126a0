import { useState } from "preact/hooks";
import { attempt, send } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { LineField } from "../../room/register/fields.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import type { TableRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Sitting } from "./sitting.tsx";
import { hall, peopleAt, tableById, tableName } from "./tables.ts";
import { close } from "./view.ts";
import { Wrong } from "./wrong.tsx";

// What the server takes as a name (consensus/text.py).
const NAME_LENGTH = 60;

/** One table: its people, its board on the wall, its name, and taking it away while it is empty. */
export function OneTable({ id }: { readonly id: string }) {
  const table = tableById(id);
  if (!table) return null;
  const people = peopleAt(id);
  return (
    <div class="stack open">
      {people.length > 0 && (
        <section class="stack close">
          <h3>{t("hall-desk-size", { count: people.length })}</h3>
          <Sitting people={people} />
        </section>
      )}
      <BoardToWall table={table} />
      <Name table={table} />
      {people.length === 0 && (
        <div class="buttons">
          <DoButton label={t("hall-desk-take-away")} icon="delete" look="danger" run={() => takeAway(table)} />
        </div>
      )}
    </div>
  );
}

function BoardToWall({ table }: { readonly table: TableRecord }) {
  const shown = hall()?.shown;
  if (shown?.what === "table" && shown.table === table.id)
    return (
      <p class="status">
        <Icon name="wall" />
        {t("hall-desk-on-wall")}
      </p>
    );
  const bring = async () => {
    const outcome = await attempt({ type: "hall.show", what: "table", table: table.id, names: false });
    if (outcome.ok) announce(t("hall-desk-shown"));
  };
  return (
    <div class="stack close">
      <p class="soft">{t("hall-desk-board-why")}</p>
      <div class="buttons">
        <DoButton label={t("hall-desk-board")} icon="wall" run={bring} />
      </div>
    </div>
  );
}

function Name({ table }: { readonly table: TableRecord }) {
  const typed = draft<string>(`table-name/${table.id}`);
  const [problem, setProblem] = useState("");
  const name = typed.value ?? table.name;
  const save = async () => {
    const outcome = await send({ type: "hall.name_table", table: table.id, name });
    setProblem(outcome.ok ? "" : outcome.sentence);
    if (!outcome.ok) return;
    typed.value = undefined;
    announce(t("hall-desk-named", { table: tableName({ ...table, name: name.trim() }) }));
  };
  return (
    <div class="stack close">
      <LineField
        label={t("hall-desk-name")}
        hint={t("hall-desk-name-hint")}
        value={name}
        most={NAME_LENGTH}
        change={(words) => (typed.value = words)}
      />
      <Wrong says={problem} />
      <div class="buttons">
        <DoButton label={t("hall-desk-name-save")} run={save} />
      </div>
    </div>
  );
}

async function takeAway(table: TableRecord): Promise<void> {
  const outcome = await attempt({ type: "hall.take_table_away", table: table.id });
  if (!outcome.ok) return;
  close();
  announce(t("hall-desk-taken", { table: tableName(table) }));
}
