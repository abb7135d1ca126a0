/** What the chair does to the meeting as a whole. */

import { attempt, type Outcome, send } from "../commands.ts";
import { offerUndo } from "../status.ts";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import type { StepRecord } from "../wire.ts";
import { currentStep } from "./agenda.ts";
import { ask } from "./confirm.tsx";
import { registerGaps } from "./register/checklist.tsx";
import { openRisk } from "./risk-plan.tsx";

/** Take everybody to a step. Nothing is lost on the way, so it needs no question, only a way back. */
export async function goTo(step: StepRecord): Promise<Outcome> {
  const before = currentStep();
  const outcome = await send({ type: "open_step", step: step.id });
  if (outcome.ok && before) {
    const back = () => void attempt({ type: "open_step", step: before.id });
    offerUndo(t("moved-on", { title: step.title }), back);
  }
  return outcome;
}

/** Ask whether the meeting shall end; a training session takes its tables with it. */
export function askToClose(): void {
  if (record("hall", "hall")) return askToEnd();
  ask({
    title: t("close-title"),
    text: [...(openRisk() ? [t("close-risk")] : []), t("close-text"), ...registerGaps()].join(" "),
    label: t("close-yes"),
    wait: t("close-no"),
    danger: true,
    run: () => attempt({ type: "close" }),
  });
}

function askToEnd(): void {
  ask({
    title: t("hall-desk-end-title"),
    text: t("hall-desk-end-text", { tables: all("table").length }),
    label: t("hall-desk-end"),
    danger: true,
    run: () => attempt({ type: "close" }),
  });
}
