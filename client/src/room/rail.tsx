import { now } from "../clock.ts";
import { Icon, type IconName } from "../icons.tsx";
import { all } from "../store.ts";
import { t } from "../words.ts";
import type { StepRecord } from "../wire.ts";
import { currentStep, looking, room, type StepState, stepState } from "./agenda.ts";
import { minutesOf } from "./agenda-editor/edits.ts";
import { inMinutes, timeLeft, timeSpent } from "./time.ts";

const ICONS: Readonly<Record<StepState, IconName>> = {
  done: "done",
  now: "now",
  next: "upcoming",
  skipped: "upcoming",
};

interface Props {
  /** Which steps may be looked at: the chair may look ahead. */
  readonly canOpen: (step: StepRecord) => boolean;
  readonly onOpen?: () => void;
}

/** The agenda with what was planned and what was used. A step opens for this person alone. */
export function Rail({ canOpen, onOpen }: Props) {
  const open = (step: StepRecord) => {
    looking.value = stepState(step) === "now" ? undefined : step.id;
    onOpen?.();
  };
  return (
    <ol class="agenda" role="list">
      {all("step").map((step) => (
        <AgendaStep key={step.id} step={step} state={stepState(step)} shown={step.id === looking.value}>
          {canOpen(step) ? (
            <button type="button" class="as-link agenda-name" onClick={() => open(step)}>
              {step.title}
            </button>
          ) : (
            <span class="agenda-name">{step.title}</span>
          )}
        </AgendaStep>
      ))}
    </ol>
  );
}

/** The agenda as it is planned, before anything has begun. */
export function AgendaPlan() {
  const steps = all("step");
  const minutes = minutesOf(steps);
  return (
    <div class="stack">
      <p class="soft">{t("agenda-plan", { steps: steps.length, minutes })}</p>
      <ol class="agenda" role="list">
        {steps.map((step) => (
          <AgendaStep key={step.id} step={step} state={step.skipped === null ? "next" : "skipped"}>
            <span class="agenda-name">{step.title}</span>
          </AgendaStep>
        ))}
      </ol>
    </div>
  );
}

/** How much of the plan is left, in minutes. */
export function TimeToGo() {
  const where = room();
  if (!where) return null;
  const current = currentStep();
  const open = all("step").filter((step) => step.number >= (current?.number ?? 0) && step.skipped === null);
  const left = open.reduce((sum, step) => sum + Math.max(0, timeLeft(step, where, now.value)), 0);
  return <p class="soft">{t("agenda-to-go", { minutes: inMinutes(left) })}</p>;
}

interface StepProps {
  readonly step: StepRecord;
  readonly state: StepState;
  readonly shown?: boolean;
  readonly children: preact.ComponentChildren;
}

function AgendaStep({ step, state, shown, children }: StepProps) {
  return (
    <li class={`agenda-step ${state} ${shown ? "shown" : ""}`} aria-current={state === "now" ? "step" : undefined}>
      <Icon name={ICONS[state]} />
      <span>
        {children}
        <span class="visually-hidden"> {t(`agenda-${state}`)}</span>
      </span>
      <StepTime step={step} state={state} />
      {step.skipped !== null && <span class="agenda-more">{t("agenda-skipped-because", { because: step.skipped })}</span>}
    </li>
  );
}

function StepTime({ step, state }: { readonly step: StepRecord; readonly state: StepState }) {
  const where = room();
  if (!where || state === "next" || state === "skipped") {
    return <span class="agenda-time">{t("agenda-minutes", { minutes: step.minutes })}</span>;
  }
  // A step that is over does not change with the clock.
  const at = state === "now" ? now.value : 0;
  const used = inMinutes(timeSpent(step, where, at));
  return <span class="agenda-time">{t("agenda-used", { used, minutes: step.minutes })}</span>;
}
