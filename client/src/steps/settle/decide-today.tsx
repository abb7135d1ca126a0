import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { InTheRoom } from "../collect/preview.tsx";
import { Today } from "../today.tsx";
import { WordsField } from "../words-field.tsx";
import { expected } from "./agree.ts";
import { Stances } from "./stances.tsx";

/** The chair's look ahead, with what the group expects: it goes into the record when they settle it. */
export function DecideToday({ slot, words }: { readonly slot: SlotRecord; readonly words: string }) {
  return (
    <div class="buttons">
      <Today words={words} kept={t("today-why")}>
        {() => (
          <>
            <Stances slot={slot} />
            {slot.item !== null && <InTheRoom item={slot.item} />}
            <Field slot={slot} name="likely" />
            <Field slot={slot} name="next" />
          </>
        )}
      </Today>
    </div>
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
