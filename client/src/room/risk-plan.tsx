/** What is written down of an immediate risk before the meeting goes on: a plan, or why none. */

import { signal } from "@preact/signals";
import { attempt } from "../commands.ts";
import { draft } from "../drafts.ts";
import { isChair } from "../people.tsx";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { WordsField } from "../steps/words-field.tsx";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import { Dialog } from "./dialog.tsx";

interface Answer {
  readonly way: "plan" | "stand_down";
  readonly convenes: string;
  readonly due: string;
  readonly told: string;
  readonly because: string;
}

// Time enough to bring people together, and no longer.
const SOON_MS = 2 * 3_600_000;

const asked = signal<string | undefined>(undefined);

/** Ask what happens about something that was raised. */
export function askWhatHappens(risk: string): void {
  asked.value = risk;
}

/** Return the first alert that has no answer yet. */
export function openRisk(): string | undefined {
  return all("risk").find((risk) => risk.stands === "open")?.risk;
}

/** Where it is asked; once on the page. */
export function RiskPlanDialog() {
  const risk = asked.value;
  if (risk === undefined || !record("risk", `risk/${risk}`)) return null;
  return (
    <Dialog
      key={risk}
      title={t("risk-plan-title")}
      leave={t("risk-not-now")}
      onClose={() => (asked.value = undefined)}
    >
      <Form risk={risk} />
    </Dialog>
  );
}

/** What was written down before, to be put right; at first a plan for the next two hours. */
function begun(risk: string): Answer {
  const told = record("risk", `risk/${risk}`);
  const words = record("risk_words", `risk_words/${risk}`);
  return {
    way: told?.stands === "stood_down" ? "stand_down" : "plan",
    convenes: told?.convenes ?? "",
    due: told?.due || asLocal(Date.now() + SOON_MS),
    told: words?.told ?? "",
    because: words?.because ?? "",
  };
}

/** Return a moment (ms) as a field for a local day and time takes it. */
function asLocal(at: number): string {
  const shift = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - shift).toISOString().slice(0, 16);
}

function Form({ risk }: { readonly risk: string }) {
  const kept = draft<Answer>(`risk-plan/${risk}`);
  const now = kept.value ?? begun(risk);
  const edit = (change: Partial<Answer>) => (kept.value = { ...now, ...change });
  const save = async () => {
    const { way, convenes, due, told, because } = now;
    const outcome = await attempt(
      way === "plan" ? { type: "risk.plan", risk, convenes, due, told } : { type: "risk.stand_down", risk, because },
    );
    if (!outcome.ok) return;
    kept.value = undefined;
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    announce(t(isChair() ? "risk-saved-chair" : "risk-saved"));
  };
  return (
    <div class="stack">
      <fieldset class="field">
        <legend>{t("risk-way")}</legend>
        <div class="segments">
          {(["plan", "stand_down"] as const).map((way) => (
            <label key={way} class="segment">
              <input type="radio" name="risk-way" checked={now.way === way} onChange={() => edit({ way })} />
              {t(`risk-way-${way}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {now.way === "plan" ? (
        <Plan now={now} edit={edit} />
      ) : (
        <WordsField
          label={t("risk-because")}
          hint={t("risk-kept-private")}
          value={now.because}
          change={(because) => edit({ because })}
        />
      )}
      <div class="buttons">
        <DoButton label={t("risk-save")} look="primary" blocked={missing(now)} run={save} />
      </div>
    </div>
  );
}

function missing(now: Answer): string | undefined {
  if (now.way === "stand_down") return now.because.trim() ? undefined : t("risk-missing-because");
  return now.convenes.trim() && now.due ? undefined : t("risk-missing-plan");
}

interface PlanProps {
  readonly now: Answer;
  readonly edit: (change: Partial<Answer>) => void;
}

function Plan({ now, edit }: PlanProps) {
  return (
    <>
      <div class="field">
        <label for="risk-convenes">{t("risk-convenes")}</label>
        <p class="hint" id="risk-convenes-hint">
          {t("risk-seen-by-all")}
        </p>
        <input
          id="risk-convenes"
          class="input"
          maxLength={60}
          aria-describedby="risk-convenes-hint"
          value={now.convenes}
          onInput={(event) => edit({ convenes: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="risk-due">{t("risk-by-when")}</label>
        <input
          id="risk-due"
          class="input"
          type="datetime-local"
          value={now.due}
          onInput={(event) => edit({ due: event.currentTarget.value })}
        />
      </div>
      <WordsField
        label={t("risk-told")}
        hint={t("risk-kept-private")}
        value={now.told}
        change={(told) => edit({ told })}
      />
    </>
  );
}
