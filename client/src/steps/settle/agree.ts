import { send } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { record } from "../../store.ts";
import { t } from "../../words.ts";
import type { SlotRecord, StanceRecord } from "../../wire.ts";
import type { Act, Confirm } from "../act.ts";
import { namesOf } from "../names.ts";
import { missingOn, stancesOn } from "./records.ts";
import { dissent } from "./stance.ts";

/** The group's reason for a place, as the chair writes it; it goes with the settling. */
export function reasonFor(slot: SlotRecord) {
  return draft<string>(`because/${about(slot)}`);
}

/** What the group expects of it, and of the seven days after; it goes with the settling. */
export function expected(slot: SlotRecord, what: "likely" | "next") {
  return draft<string>(`${what}/${about(slot)}`);
}

/** Words about a text are about all its wordings; words about a statement go with the statement. */
function about({ step, slot, item }: SlotRecord): string {
  return record("text", `text/${step}`) ? `${step}/${slot}` : `${step}/${slot}/${item}`;
}

/** Settle a place, asking first when somebody is unheard or says no: neither ever passes by itself. */
export function agreeAct(slot: SlotRecord, label: string): Act {
  const missing = missingOn(slot);
  const against = dissent(stancesOn(slot));
  const run = agree(slot, { even_so: missing.length > 0, keep_dissent: against.length > 0 });
  if (missing.length === 0 && against.length === 0) return { label, run };
  return { label, run, confirm: { ...question(missing, against), run } };
}

interface Accepted {
  readonly even_so: boolean;
  readonly keep_dissent: boolean;
  /** The disagreement that is opened with it. */
  readonly escalate?: string;
}

/** Settle a place with everything that the chair wrote for it. */
export function agree(slot: SlotRecord, accepted: Accepted): Act["run"] {
  return async () => {
    const { step, slot: number, item } = slot;
    const [because, likely, next] = [reasonFor(slot), expected(slot, "likely"), expected(slot, "next")];
    const outcome = await send({
      type: "settle.agree",
      step,
      slot: number,
      item: item ?? "",
      because: because.peek() ?? "",
      likely: likely.peek() ?? "",
      next: next.peek() ?? "",
      ...accepted,
    });
    if (outcome.ok) because.value = likely.value = next.value = undefined;
    return outcome;
  };
}

/** What is asked before going on over a "no". */
export function goOnQuestion(slot: SlotRecord): Omit<Confirm, "run"> {
  return question(missingOn(slot), dissent(stancesOn(slot)));
}

function question(missing: readonly string[], against: readonly StanceRecord[]): Omit<Confirm, "run"> {
  const unheard = { count: missing.length, names: namesOf(missing) };
  const no = { count: against.length, names: namesOf(against.map((stance) => stance.member)) };
  if (against.length === 0) {
    return {
      title: t("settle-unheard-title", unheard),
      text: t("settle-unheard-text", unheard),
      wait: t("settle-unheard-wait"),
      label: t("settle-unheard-go"),
    };
  }
  const unheardToo = missing.length > 0 ? ` ${t("settle-unheard-text", unheard)}` : "";
  return {
    title: t("settle-no-title", no),
    text: t("settle-no-text", no) + unheardToo,
    wait: t("settle-no-wait"),
    label: t("settle-no-go"),
  };
}
