import { record } from "../../store.ts";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { total } from "./stance.ts";

/** One person one voice, and one agency one voice; and a sentence where the two differ. */
export function TwoVoices({ slot }: { readonly slot: SlotRecord }) {
  const fallen = record("fallen", `fallen/${slot.step}/${slot.slot}`);
  if (!fallen) return null;
  const { people, agencies, split, differ } = fallen;
  const [all, of] = [total(people), total(agencies)];
  // With one agency, or one person from each, the second count says nothing new.
  if (of < 2 || all === of) return null;
  return (
    <div class="stances-two-ways">
      <p>{t("voices-people", { agree: people.agree, against: people.against, all })}</p>
      <p>{t("voices-agencies", { agree: agencies.agree, against: agencies.against, all: of })}</p>
      {split.length > 0 && <p>{t("voices-split", { count: split.length, names: split.join(", ") })}</p>}
      {differ && (
        <p>
          <strong>{t("voices-differ")}</strong>
        </p>
      )}
    </div>
  );
}
