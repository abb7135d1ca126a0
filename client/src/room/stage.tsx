import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { pendingNotice } from "../steps/gate/pending.ts";
import { kinds } from "../steps/kinds.ts";
import { t } from "../words.ts";
import type { StepRecord } from "../wire.ts";
import { currentStep, looking, room } from "./agenda.ts";
import { FromLastTimeAtFirst } from "./from-last-time.tsx";
import { Glossed, GlossedPage } from "./glossed.tsx";
import { NoticeFirst } from "./notice-first.tsx";
import { inMinutes } from "./time.ts";

/** The shown step: at work when the meeting is there, to read when it is not. */
export function Stage({ step }: { readonly step: StepRecord }) {
  const live = step.id === room()?.current && room()?.closed === null;
  const notice = room()?.closed === null ? pendingNotice() : undefined;
  if (notice && notice.step !== step.id) return <NoticeFirst notice={notice} />;
  if (!step.opened) return <Preview step={step} />;
  const { Step } = kinds[step.kind];
  return (
    <GlossedPage of={step.id}>
      <FromLastTimeAtFirst step={step} />
      <Step key={step.id} step={step} live={live} />
    </GlossedPage>
  );
}

/** A step that has not been opened yet, as the agenda describes it. */
function Preview({ step }: { readonly step: StepRecord }) {
  return (
    <div class="stack">
      <p class="task">
        <Glossed text={step.prompt} />
      </p>
      <p class="soft">{t("stage-not-open", { minutes: inMinutes(step.minutes * 60_000) })}</p>
    </div>
  );
}

// The step whose heading had focus last; a heading that is only drawn anew takes none.
let headed: string | undefined;

/** The page's main heading. It takes focus when what the page shows has changed. */
export function StepHeading({ shows, children }: { readonly shows: string; readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const changed = headed !== undefined && headed !== shows;
    headed = shows;
    if (!changed || document.querySelector("dialog[open]")) return;
    // keepFocus may have been here first, and a second focus does not bring a heading into sight.
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [shows]);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}

/** Says that this person looks at another step than the meeting, and takes them back. */
export function LookingElsewhere() {
  const current = currentStep();
  if (looking.value === undefined) return null;
  return (
    <div class="banner">
      <Icon name="visible" />
      <p>
        {current ? t("look-elsewhere", { number: current.number, title: current.title }) : t("look-before-start")}
      </p>
      <button type="button" class="button" onClick={() => (looking.value = undefined)}>
        {t("look-back-to-now")}
      </button>
    </div>
  );
}
