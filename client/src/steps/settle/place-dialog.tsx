import { Icon } from "../../icons.tsx";
import { Dialog } from "../../room/dialog.tsx";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { lineOf } from "../statement.tsx";
import { put } from "./steer.ts";

interface Props {
  readonly item: string;
  readonly slots: readonly SlotRecord[];
  readonly close: () => void;
}

/** Choose the place for a statement. One that stands there already changes places or goes back. */
export function PlaceDialog({ item, slots, close }: Props) {
  const choose = (slot: number) => {
    close();
    void put(slots[slot]!, item);
  };
  return (
    <Dialog title={t("settle-where")} onClose={close}>
      <p>{lineOf(item)}</p>
      <ul role="list" class="stack close">
        {slots.map((slot) => (
          <li key={slot.slot}>
            <button
              type="button"
              class="button wide"
              disabled={slot.settled}
              aria-pressed={slot.item === item}
              onClick={() => choose(slot.slot)}
            >
              {slot.settled && <Icon name="lock" />}
              {placeInWords(slot)}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{t("settle-where-hint")}</p>
    </Dialog>
  );
}

function placeInWords(slot: SlotRecord): string {
  const place = slot.slot + 1;
  return slot.item === null ? t("settle-place-empty", { place }) : t("settle-place-with", { place, item: lineOf(slot.item) });
}
