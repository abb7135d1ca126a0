import { Icon } from "../icons.tsx";
import { isChair } from "../people.tsx";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { openSheet } from "./sheets.tsx";

/** The chair's way to the editor of the agenda. */
export function AgendaButton() {
  if (!isChair() || room()?.closed !== null) return null;
  return (
    <div class="buttons">
      <button type="button" class="button" onClick={() => openSheet("agenda")}>
        <Icon name="edit" />
        {t("agenda-edit")}
      </button>
    </div>
  );
}
