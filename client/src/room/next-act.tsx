import { useRef, useState } from "preact/hooks";
import { type Outcome, send } from "../commands.ts";
import { announce, warn } from "../status.ts";
import type { Act } from "../steps/act.ts";
import { kinds } from "../steps/kinds.ts";
import { halted } from "../steps/room-state.ts";
import { record } from "../store.ts";
import type { StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import { currentStep, looking, nextStep, room, shownStep } from "./agenda.ts";
import { ask } from "./confirm.tsx";
import { NoticeBar } from "./notices.tsx";
import { askWhatHappens, openRisk } from "./risk-plan.tsx";
import { askToClose, goTo } from "./steering.ts";

// The button changes its words when its act is done. A second tap that was meant for the words
// before must not do what the new ones say.
const DOUBLE_TAP_MS = 450;

const DONE: Outcome = { ok: true };

/** The one next act of the meeting, and beside it the way past it. */
export function NextAct() {
  const act = findAct();
  return (
    <div class="next-act">
      <NoticeBar />
      <div class="split">
        {act.blocked !== undefined && <p class="soft">{act.blocked}</p>}
        <div class="buttons">
          <MoveOn />
          <ActButton act={act} />
        </div>
      </div>
    </div>
  );
}

/** The way past what is still to do here: the chair may always move on. */
function MoveOn() {
  const next = nextStep();
  const step = currentStep();
  const elsewhere = looking.value !== undefined || room()?.paused;
  const act = step && kinds[step.kind].nextAct(step);
  if (!next || elsewhere || !act || act.onward) return null;
  return (
    <button type="button" class="button quiet" onClick={() => void moveOn(next)}>
      {t("next-skip")}
      <span class="visually-hidden">{next.title}</span>
    </button>
  );
}

async function moveOn(step: StepRecord): Promise<void> {
  const outcome = await goTo(step);
  if (!outcome.ok) warn(outcome.sentence);
}

/** The button of an act. */
export function ActButton({ act }: { readonly act: Act }) {
  const [busy, setBusy] = useState(false);
  const label = useRef({ text: act.label, since: 0 });
  if (label.current.text !== act.label) label.current = { text: act.label, since: Date.now() };
  const run = async (what: () => Promise<Outcome>) => {
    setBusy(true);
    const outcome = await what();
    setBusy(false);
    if (!outcome.ok) warn(outcome.sentence);
  };
  const press = () => {
    if (act.blocked !== undefined) return announce(act.blocked);
    if (busy || Date.now() - label.current.since < DOUBLE_TAP_MS) return;
    const { confirm } = act;
    if (confirm) ask({ ...confirm, run: () => run(confirm.run) });
    else void run(act.run);
  };
  return (
    <button
      type="button"
      class={`button big ${act.blocked === undefined ? "primary" : ""}`}
      aria-busy={busy}
      aria-disabled={act.blocked !== undefined}
      onClick={press}
    >
      {act.label}
    </button>
  );
}

function findAct(): Act {
  const step = currentStep();
  const shown = shownStep();
  const risk = openRisk();
  if (risk) return { label: t("risk-answer"), run: () => writeDown(risk) };
  if (room()?.paused) return resume();
  if (shown && shown.id !== step?.id) return { label: t("next-open-this"), run: () => goTo(shown) };
  const inside = step && kinds[step.kind].nextAct(step);
  if (inside) return inside;
  const next = nextStep();
  if (next) return { label: t(step ? "next-step" : "next-start", { title: next.title }), run: () => goTo(next) };
  return atTheEnd();
}

/** Go on after a pause; a table that the trainer holds waits for the trainer. */
function resume(): Act {
  const held = record("at_table", "at_table")?.held ? halted() : undefined;
  const act = { label: t("next-resume"), run: () => send({ type: "resume" }) };
  return held === undefined ? act : { ...act, blocked: held };
}

/** After the last step the chair closes the meeting; a table says that it is through: the trainer closes it. */
function atTheEnd(): Act {
  const table = record("at_table", "at_table");
  if (!table) return { label: t(record("hall", "hall") ? "hall-desk-end" : "desk-close"), run: askFirst };
  const act = { label: t("next-finish"), run: () => send({ type: "table.finish" }) };
  return table.finished === null ? act : { ...act, blocked: t("next-finished") };
}

/** The meeting goes on once it is written down what happens. */
async function writeDown(risk: string): Promise<Outcome> {
  askWhatHappens(risk);
  return DONE;
}

async function askFirst(): Promise<Outcome> {
  askToClose();
  return DONE;
}
