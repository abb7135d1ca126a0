import { Dialog } from "../../room/dialog.tsx";
import { member } from "../../people.tsx";
import { t } from "../../words.ts";
import { Align } from "./align.tsx";
import { Move } from "./move.tsx";
import { Nudge } from "./nudge.tsx";
import { OneTable } from "./one-table.tsx";
import { tableById, tableName } from "./tables.ts";
import { closed, openDialog, type Open } from "./view.ts";

/** The dialog of the desk that is open, if any; once on the page. */
export function Dialogs() {
  const open = openDialog();
  const title = open && titleOf(open);
  if (!open || title === undefined) return null;
  return (
    <Dialog key={JSON.stringify(open)} title={title} onClose={closed}>
      <Inside open={open} />
    </Dialog>
  );
}

/** Nothing for what has gone meanwhile. */
function titleOf(open: Open): string | undefined {
  switch (open.what) {
    case "move": {
      const of = member(open.member);
      return of && t("hall-desk-move-title", { name: of.name });
    }
    case "nudge": {
      if (open.table === null) return t("hall-desk-nudge-all");
      const table = tableById(open.table);
      return table && t("hall-desk-nudge-table", { table: tableName(table) });
    }
    case "table": {
      const table = tableById(open.table);
      return table && tableName(table);
    }
    case "align":
      return t("hall-desk-align");
    default:
      return open satisfies never;
  }
}

function Inside({ open }: { readonly open: Open }) {
  switch (open.what) {
    case "move":
      return <Move id={open.member} />;
    case "nudge":
      return <Nudge table={open.table} />;
    case "table":
      return <OneTable id={open.table} />;
    case "align":
      return <Align />;
    default:
      return open satisfies never;
  }
}
