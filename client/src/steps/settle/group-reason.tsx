import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { WordsField } from "../words-field.tsx";
import { reasonFor } from "./agree.ts";

/** The group's reason, as the chair writes it before settling. */
export function GroupReason({ slot }: { readonly slot: SlotRecord }) {
  const reason = reasonFor(slot);
  return (
    <WordsField
      label={t("settle-because")}
      hint={t("settle-because-hint")}
      value={reason.value ?? ""}
      change={(words) => (reason.value = words)}
    />
  );
}
