import { attempt } from "../../commands.ts";
import { isChair } from "../../people.tsx";
import { ask } from "../../room/confirm.tsx";
import { t } from "../../words.ts";
import { tables } from "./tables.ts";

/** The end of the session, for whoever leads it. */
export function End() {
  if (!isChair()) return null;
  return (
    <div class="buttons">
      <button type="button" class="button danger" onClick={askToEnd}>
        {t("hall-desk-end")}
      </button>
    </div>
  );
}

function askToEnd(): void {
  ask({
    title: t("hall-desk-end-title"),
    text: t("hall-desk-end-text", { tables: tables().length }),
    label: t("hall-desk-end"),
    danger: true,
    run: () => attempt({ type: "close" }),
  });
}
