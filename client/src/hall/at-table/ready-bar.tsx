import { useEffect, useState } from "preact/hooks";
import { attempt, send } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { hasVoice, me } from "../../people.tsx";
import { currentStep, looking, room } from "../../room/agenda.ts";
import { ActButton } from "../../room/next-act.tsx";
import { openRisk } from "../../room/risk-plan.tsx";
import { announce } from "../../status.ts";
import type { Act } from "../../steps/act.ts";
import { kinds } from "../../steps/kinds.ts";
import { namesOf } from "../../steps/names.ts";
import { halted } from "../../steps/room-state.ts";
import { useSaid } from "../../steps/said.ts";
import { nextSlot } from "../../steps/settle/board.ts";
import { slotsOf, stancesOn } from "../../steps/settle/records.ts";
import { record } from "../../store.ts";
import type { AtTableRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { atTable, movedTo, onward, sitting, type Onward } from "./table.ts";

// The button says something else once it was pressed, or the table went on. A second tap must not do that.
const DOUBLE_TAP_MS = 450;

/** Where nobody is in the chair: what the step asks of the table next, and that I am ready to go on. */
export function ReadyBar() {
  const table = atTable();
  const where = room();
  if (!table?.runs_itself || table.held || !where || where.closed !== null || movedTo() !== undefined) return null;
  const next = onward(where.current);
  if (next.to === "end" && table.finished !== null) return <Through />;
  const act = actOfStep(table);
  const look = act || asksMe() ? "" : "primary";
  return (
    <section class="hall-ready" aria-label={t("ready-name")}>
      <WhoIsReady table={table} next={next} blocked={act?.blocked} />
      {hasVoice() && (
        <div class="buttons">
          {act && <ActButton act={act} />}
          <ReadyButton table={table} look={look} />
        </div>
      )}
    </section>
  );
}

/** The whole agenda is done. */
function Through() {
  return (
    <section class="hall-ready" aria-label={t("ready-name")}>
      <p class="status">
        <Icon name="done" />
        {t("ready-through")}
      </p>
    </section>
  );
}

/** What a chair would do inside the step, where everybody may: opening answers is for those who are ready. */
function actOfStep(table: AtTableRecord): Act | undefined {
  const step = currentStep();
  if (!step || !hasVoice() || looking.value !== undefined) return undefined;
  if (room()?.paused) return openRisk() ? undefined : { label: t("next-resume"), run: () => send({ type: "resume" }) };
  if (step.kind === "turns") return kinds.turns.nextAct(step);
  return step.kind === "settle" ? settleTogether(step, table.needed) : undefined;
}

/** Settle what comes next, once half of those here have said where they stand: nobody does it for the others. */
function settleTogether(step: StepRecord, needed: number): Act | undefined {
  const act = kinds.settle.nextAct(step);
  const slot = nextSlot(slotsOf(step.id));
  if (!act || act.blocked !== undefined || !slot) return act;
  const here = new Set(sitting().map((of) => of.id));
  const missing = needed - stancesOn(slot).filter((stance) => here.has(stance.member)).length;
  return missing > 0 ? { label: act.label, run: act.run, blocked: t("ready-stand-first", { count: missing }) } : act;
}

/** Say whether the step waits for words or an answer of mine: then being ready is not the first thing to do. */
function asksMe(): boolean {
  const step = currentStep();
  return step?.kind === "collect" || record("my_ballot", `my_ballot/${step?.id}`)?.answered === false;
}

interface WhoProps {
  readonly table: AtTableRecord;
  readonly next: Onward;
  /** What has to be done in the step before it can be settled. */
  readonly blocked: string | undefined;
}

function WhoIsReady({ table, next, blocked }: WhoProps) {
  const here = sitting().map((of) => of.id);
  const ready = here.filter((id) => table.ready.includes(id));
  const counts = { ready: ready.length, of: here.length, needed: table.needed };
  useSaid(ready.length > 0 ? t("ready-count", counts) : undefined, "ready");
  return (
    <div class="hall-ready-says">
      <p>
        <strong>{inWords(next)}</strong>
      </p>
      <p class="note soft">
        {ready.length > 0
          ? `${t("ready-count", counts)} ${t("ready-who", { names: namesOf(ready) })}`
          : (blocked ?? t("ready-needs", counts))}
      </p>
    </div>
  );
}

function inWords(next: Onward): string {
  return next.to === "step" ? t("ready-next-step", { title: next.step.title }) : t(`ready-next-${next.to}`);
}

interface Props {
  readonly table: AtTableRecord;
  readonly look: "" | "primary";
}

function ReadyButton({ table, look }: Props) {
  const [busy, setBusy] = useState(false);
  const [settled, setSettled] = useState(false);
  const on = table.ready.includes(me()?.id ?? "");
  useEffect(() => {
    setSettled(false);
    const over = setTimeout(() => setSettled(true), DOUBLE_TAP_MS);
    return () => clearTimeout(over);
  }, [on, table.went]);
  const blocked = halted();
  const press = async () => {
    if (blocked) return announce(blocked);
    if (busy || !settled) return;
    setBusy(true);
    const outcome = await attempt({ type: "table.ready", on: !on, went: table.went });
    setBusy(false);
    if (outcome.ok) announce(t(on ? "ready-not-said" : "ready-said"));
  };
  return (
    <button
      type="button"
      class={`button ${on ? "" : look}`}
      aria-busy={busy || !settled}
      aria-disabled={blocked !== undefined}
      onClick={() => void press()}
    >
      <Icon name={on ? "undo" : "check"} />
      {t(on ? "ready-undo" : "ready-press")}
    </button>
  );
}
