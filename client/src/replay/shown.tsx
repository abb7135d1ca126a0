import { currentStep, room } from "../room/agenda.ts";
import { kinds } from "../steps/kinds.ts";
import { all } from "../store.ts";
import type { StepRecord } from "../wire.ts";
import { t } from "../words.ts";

/** What everyone saw, drawn by the room's own components; after the end, what the group left with. */
export function Shown() {
  const step = stepShown();
  if (!step) return <Before />;
  const { Step } = kinds[step.kind];
  return (
    <section class="stack">
      <h2>{step.title}</h2>
      <Step key={step.id} step={step} live={false} />
    </section>
  );
}

function stepShown(): StepRecord | undefined {
  if (room()?.closed === null) return currentStep();
  return all("step")
    .filter((step) => step.kind === "settle" && step.opened)
    .pop();
}

function Before() {
  const over = room()?.closed !== null;
  return (
    <section class="stack close">
      <h2>{t(over ? "replay-over" : "replay-before")}</h2>
      <p>{room()?.purpose}</p>
      <p class="soft">{t("replay-people", { count: all("member").length })}</p>
    </section>
  );
}
