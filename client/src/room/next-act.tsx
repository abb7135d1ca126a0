import { useRef, useState } from "preact/hooks";
import { type Outcome, send } from "../commands.ts";
import { announce, warn } from "../status.ts";
import type { Act } from "../steps/act.ts";
import { kinds } from "../steps/kinds.ts";
import { t } from "../words.ts";
import { currentStep, looking, nextStep, room, shownStep } from "./agenda.ts";
import { ask } from "./confirm.tsx";
import { askToClose, goTo } from "./steering.ts";

// The button changes its words when its act is done. A second tap that was meant for the words
// before must not do what the new ones say.
const DOUBLE_TAP_MS = 900;

const DONE: Outcome = { ok: true };

/** The one next act of the meeting: what its button says, and then what comes after. */
export function NextAct() {
  const act = findAct();
  return (
    <div class="next-act">
      <div class="split">
        <Beside act={act} />
        <ActButton act={act} />
      </div>
    </div>
  );
}

/** Why the act must wait, or what comes after it while there is still something to do here. */
function Beside({ act }: { readonly act: Act }) {
  const step = currentStep();
  const next = nextStep();
  if (act.blocked !== undefined) return <p class="soft">{act.blocked}</p>;
  if (!step || looking.value !== undefined || !kinds[step.kind].nextAct(step)) return null;
  return <p class="soft">{next ? t("next-then", { title: next.title }) : t("next-last")}</p>;
}

function ActButton({ act }: { readonly act: Act }) {
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
      class="button primary big"
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
  if (room()?.paused) return { label: t("next-resume"), run: () => send({ type: "resume" }) };
  if (shown && shown.id !== step?.id) return { label: t("next-open-this"), run: () => goTo(shown) };
  const inside = step && kinds[step.kind].nextAct(step);
  if (inside) return inside;
  const next = nextStep();
  if (next) return { label: t(step ? "next-step" : "next-start", { title: next.title }), run: () => goTo(next) };
  return { label: t("desk-close"), run: askFirst };
}

async function askFirst(): Promise<Outcome> {
  askToClose();
  return DONE;
}
