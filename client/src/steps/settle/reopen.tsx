import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { reopen } from "./steer.ts";

/** Open again what is settled; everybody's stance stays. */
export function Reopen({ slot }: { readonly slot: SlotRecord }) {
  return (
    <div class="buttons">
      <DoButton label={t("settle-reopen")} icon="undo" run={() => reopen(slot)} />
    </div>
  );
}
