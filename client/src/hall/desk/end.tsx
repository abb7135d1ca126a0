import { isChair } from "../../people.tsx";
import { askToClose } from "../../room/steering.ts";
import { t } from "../../words.ts";

/** The end of the session, for whoever leads it. */
export function End() {
  if (!isChair()) return null;
  return (
    <div class="buttons">
      <button type="button" class="button danger" onClick={askToClose}>
        {t("hall-desk-end")}
      </button>
    </div>
  );
}
