import { me } from "../../people.tsx";
import type { SlotRecord, TextRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import type { Act } from "../act.ts";
import { namesOf } from "../names.ts";
import { agreeAct } from "./agree.ts";

/** Settle the text, once it has words and nobody else is changing them. */
export function textAct(text: TextRecord, slot: SlotRecord | undefined): Act | undefined {
  if (!slot || slot.settled) return undefined;
  const act = agreeAct(slot, t("text-act"));
  const blocked = blockedBy(text);
  return blocked === undefined ? act : { label: act.label, run: act.run, blocked };
}

function blockedBy({ words, holder }: TextRecord): string | undefined {
  if (words === "") return t("text-act-empty");
  if (holder === null) return undefined;
  return holder === me()?.id ? t("text-act-put-down") : t("pen-writing", { name: namesOf([holder]) });
}
