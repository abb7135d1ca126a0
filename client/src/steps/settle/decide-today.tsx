import { useState } from "preact/hooks";
import { Icon } from "../../icons.tsx";
import { Dialog } from "../../room/dialog.tsx";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { InTheRoom } from "../collect/preview.tsx";
import { WordsField } from "../words-field.tsx";
import { expected } from "./agree.ts";
import { Stances } from "./stances.tsx";

/** If we decided this today: what would stand in the record. Nothing is kept until it is settled. */
export function DecideToday({ slot, words }: { readonly slot: SlotRecord; readonly words: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="buttons">
        <button type="button" class="button" onClick={() => setOpen(true)}>
          <Icon name="search" />
          {t("today-open")}
        </button>
      </div>
      {open && (
        <Dialog title={t("today-title")} onClose={() => setOpen(false)}>
          <p class="soft">{t("today-why")}</p>
          <blockquote class="group-text">{words}</blockquote>
          <Stances slot={slot} />
          {slot.item !== null && <InTheRoom item={slot.item} />}
          <Field slot={slot} name="likely" />
          <Field slot={slot} name="next" />
        </Dialog>
      )}
    </>
  );
}

function Field({ slot, name }: { readonly slot: SlotRecord; readonly name: "likely" | "next" }) {
  const kept = expected(slot, name);
  return (
    <WordsField
      label={t(`today-${name}`)}
      hint={t(`today-${name}-hint`)}
      value={kept.value ?? ""}
      change={(words) => (kept.value = words)}
    />
  );
}
