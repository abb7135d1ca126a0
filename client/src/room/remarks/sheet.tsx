import { attempt, newId } from "../../commands.ts";
import { draft as draftOf } from "../../drafts.ts";
import { me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import { t } from "../../words.ts";
import { all, record } from "../../store.ts";
import { currentStep, room } from "../agenda.ts";
import { Dialog } from "../dialog.tsx";
import { Longer } from "../longer.tsx";
import { RemarkList, remarksOn } from "../remarks.tsx";
import { commandOf, type Draft, draftKey, EMPTY, missingFrom, type Safe, type Sort } from "./draft.ts";
import { RiskFirst } from "./risk-first.tsx";
import { type Subject, subject } from "./subject.ts";

/** Open the sheet for a remark on the current step, or on the meeting before its first. */
export function remarkOnStep(): void {
  const step = currentStep();
  subject.value = { step: step?.id ?? "", about: "", quote: step?.title ?? "", of: null };
}

/** Where a remark is made; once on the page. */
export function RemarkSheet() {
  const about = subject.value;
  if (!about) return null;
  return (
    <Dialog key={draftKey(about)} title={t("remark-sheet")} onClose={() => (subject.value = undefined)}>
      <Form about={about} />
    </Dialog>
  );
}

function Form({ about }: { readonly about: Subject }) {
  const kept = draftOf<Draft>(draftKey(about));
  const now = kept.value ?? EMPTY;
  const edit = (changed: Partial<Draft>) => (kept.value = { ...now, ...changed });
  const aboutChild = room()?.case ?? false;
  const missing = missingFrom(now, aboutChild);
  const before = remarksOn(about.step, about.about);
  const live = about.step !== "" && about.step === room()?.current;
  return (
    <div class="stack">
      {about.quote && (
        <blockquote class="remark-quote">
          <bdi>{about.quote}</bdi>
        </blockquote>
      )}
      {before.length > 0 && <RemarkList remarks={before} />}
      <Sorts sort={now.sort} choose={(sort) => edit({ sort })} />
      {aboutChild && now.sort === "differ" && <IsSafe safe={now.safe} choose={(safe) => edit({ safe })} />}
      {aboutChild && now.sort === "differ" && now.safe === "no" && <RiskFirst said={now.text} />}
      {about.about === "" && now.sort !== "news" && <Whom to={now.to} choose={(to) => edit({ to })} />}
      <WordsField
        label={t(`remark-words-${now.sort}`)}
        hint={t(`remark-hint-${now.sort}`)}
        value={now.text}
        change={(text) => edit({ text })}
      />
      <div class="buttons">
        <DoButton
          label={t(`remark-send-${now.sort}`)}
          look="primary"
          blocked={missing && t(`remark-missing-${missing}`)}
          run={() => make(about, now, () => (kept.value = undefined))}
        />
      </div>
      {live && <Longer step={about.step} />}
    </div>
  );
}

async function make(about: Subject, made: Draft, forget: () => void): Promise<void> {
  const outcome = await attempt(commandOf(newId(), about, made));
  if (!outcome.ok) return;
  forget();
  document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
  announce(t(`remark-made-${made.sort}`));
}

interface SortsProps {
  readonly sort: Sort;
  readonly choose: (sort: Sort) => void;
}

/** What to do; where no news belongs, it has a way of its own. */
function Sorts({ sort, choose }: SortsProps) {
  const sorts: readonly Sort[] = reflects() ? ["why", "differ", "news"] : ["why", "differ"];
  return (
    <fieldset class="field">
      <legend>{t("remark-sort")}</legend>
      <div class="choices">
        {sorts.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="remark-sort" checked={sort === each} onChange={() => choose(each)} />
            <span>{t(`remark-sort-${each}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Say whether this is a reflective space, which takes no decisions and no new information. */
function reflects(): boolean {
  return me() !== undefined && (record("room", "room")?.forbids.length ?? 0) > 0;
}

/** Whom it is to: about a step as a whole, anybody may be asked. */
function Whom({ to, choose }: { readonly to: string; readonly choose: (to: string) => void }) {
  const others = all("member").filter((of) => of.role !== "observer" && of.id !== me()?.id);
  return (
    <div class="field">
      <label for="remark-to">{t("remark-to")}</label>
      <select id="remark-to" class="input" value={to} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("remark-to-all")}</option>
        {others.map((of) => (
          <option key={of.id} value={of.id}>
            {of.name}
          </option>
        ))}
      </select>
    </div>
  );
}

const SAFE: readonly Exclude<Safe, "">[] = ["yes", "no", "unknown"];

/** The first question of every other view. */
function IsSafe({ safe, choose }: { readonly safe: Safe; readonly choose: (safe: Safe) => void }) {
  return (
    <fieldset class="field">
      <legend>{t("remark-safe")}</legend>
      <div class="choices">
        {SAFE.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="remark-safe" checked={safe === each} onChange={() => choose(each)} />
            <span>{t(`remark-is-safe-${each}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
