/** Immediate risk: two taps stop the meeting for everybody, on every screen, also without a line. */

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { newId, send } from "../commands.ts";
import { draft } from "../drafts.ts";
import { Icon } from "../icons.tsx";
import { isChair, me, member } from "../people.tsx";
import { warn } from "../status.ts";
import { dayOf, timeOf } from "../steps/day.ts";
import { WordsField } from "../steps/words-field.tsx";
import { all, record } from "../store.ts";
import type { RiskRecord } from "../wire.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { StatusRegion } from "./notices.tsx";
import { askWhatHappens } from "./risk-plan.tsx";

const asking = signal(false);

// Alerts that this browser has sent and the room does not show yet.
const going = signal<readonly string[]>([]);

const words = () => draft<string>("risk");

/** Ask for the second tap; `said` are words to begin with, such as those that led here. */
export function raiseRisk(said = ""): void {
  if (said && !words().peek()) words().value = said;
  asking.value = true;
}

/** Say whether this person can raise an immediate risk. */
export function mayRaise(): boolean {
  return room()?.closed === null && me() !== undefined && me()?.role !== "observer";
}

/** The first tap, always in reach where the room is about real people. */
export function RiskButton() {
  if (!mayRaise()) return null;
  return (
    <button type="button" class="button danger risk-button" onClick={() => raiseRisk()}>
      <Icon name="risk" />
      {t("risk-button")}
    </button>
  );
}

/** The same, in the heads of case rooms alone. */
export function CaseRiskButton() {
  return room()?.case ? <RiskButton /> : null;
}

/** Where the second tap is asked for; once on the page. */
export function RiskDialog() {
  return asking.value && mayRaise() ? <Asked /> : null;
}

function Asked() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const raise = () => {
    close();
    void raiseNow(words().peek() ?? "");
  };
  return (
    <dialog
      class="dialog risk-dialog"
      ref={dialog}
      aria-labelledby="risk-title"
      aria-describedby="risk-what-happens"
      onClose={() => (asking.value = false)}
    >
      <h2 id="risk-title" tabIndex={-1} autofocus>
        {t("risk-title")}
      </h2>
      <p class="risk-call">{t("risk-call")}</p>
      <p id="risk-what-happens">{t("risk-what-happens")}</p>
      <div class="buttons">
        <button type="button" class="button primary danger big" onClick={raise}>
          <Icon name="risk" />
          {t("risk-raise")}
        </button>
        <button type="button" class="button" onClick={close}>
          {t("risk-not-now")}
        </button>
      </div>
      <WordsField
        label={t("risk-words")}
        hint={t("risk-words-hint")}
        value={words().value ?? ""}
        change={(text) => (words().value = text)}
      />
      <StatusRegion />
    </dialog>
  );
}

/** What is sent is kept on the device until the room has it; the words need not be kept twice. */
async function raiseNow(what: string): Promise<void> {
  const risk = newId();
  going.value = [...going.peek(), risk];
  words().value = undefined;
  const outcome = await send({ type: "risk.raise", risk, what });
  going.value = going.peek().filter((other) => other !== risk);
  if (outcome.ok) return;
  words().value = what;
  warn(outcome.sentence);
}

// Alerts after which the meeting has gone on: a later pause is not theirs.
const past = signal<ReadonlySet<string>>(new Set());

/** The alerts that stop the meeting, and those whose plan it has just been told. */
export function risksToTell(): readonly RiskRecord[] {
  const told = (risk: RiskRecord) => risk.stands === "planned" && room()?.paused && !past.value.has(risk.risk);
  return all("risk").filter((risk) => risk.stands === "open" || told(risk));
}

/** What everybody must know now: that a risk was raised, what to do, and what comes of it. */
export function RiskBanners() {
  const shown = risksToTell();
  const waiting = going.value.filter((id) => !record("risk", `risk/${id}`));
  const paused = room()?.paused;
  useEffect(() => {
    if (paused === false) past.value = new Set(all("risk").map((risk) => risk.risk));
  }, [paused]);
  if (room()?.closed !== null) return null;
  return (
    <>
      {waiting.map((id) => (
        <div key={id} class="banner risk" role="alert">
          <Icon name="risk" />
          <p>
            {t("risk-going")} {t("risk-call")}
          </p>
        </div>
      ))}
      {shown.map((risk) => (
        <Banner key={risk.risk} risk={risk} />
      ))}
    </>
  );
}

function Banner({ risk }: { readonly risk: RiskRecord }) {
  const mine = record("risk_words", `risk_words/${risk.risk}`);
  const name = member(risk.by)?.name ?? t("person-gone");
  return (
    <div class="banner risk">
      <Icon name="risk" />
      <div class="banner-words" role="alert">
        <p>
          {t("risk-raised", { name, at: timeOf(risk.at) })} {t("risk-call")}
        </p>
        {risk.stands === "planned" && <p>{t("risk-planned", { convenes: risk.convenes, due: dueOf(risk.due) })}</p>}
        {mine?.what && <p class="risk-private">{t("risk-only-you", { what: mine.what })}</p>}
      </div>
      {(isChair() || risk.by === me()?.id) && (
        <button type="button" class="button" onClick={() => askWhatHappens(risk.risk)}>
          {t(risk.stands === "open" ? "risk-answer" : "risk-answer-again")}
        </button>
      )}
    </div>
  );
}

/** Return a local day and time ("2027-03-09T14:30") in words. */
function dueOf(due: string): string {
  return t("risk-due", { day: dayOf(due.slice(0, 10)), time: due.slice(11) });
}
