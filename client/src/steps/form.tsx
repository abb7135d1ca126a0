/** form: sheets with fields; everybody sees who filled in what. */

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { nextStep, room } from "../room/agenda.ts";
import { Glossed } from "../room/glossed.tsx";
import { goTo } from "../room/steering.ts";
import { isChair, me } from "../people.tsx";
import { seatQuery } from "../seat.ts";
import { all, record } from "../store.ts";
import type { FormCountRecord, FormRecord, StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act } from "./act.ts";
import { FieldCard, Value } from "./form/field-card.tsx";
import { isOwn, mayWrite, nameOf } from "./form/whose.ts";
import { Person } from "./named.tsx";
import { isOpen } from "./room-state.ts";
import { useSaid } from "./said.ts";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** Fill in a sheet, and read the others. */
export function Step({ step, live }: Props) {
  const form = record("form", `form/${step.id}`);
  const count = record("form_count", `form_count/${step.id}`);
  const chosen = useSignal<string | undefined>(undefined);
  const others = all("entry", `entry/${step.id}/`).filter((entry) => entry.by !== me()?.id).length;
  useSaid(live && others > 0 ? t("form-news", { count: others }) : undefined, "form");
  if (!form || !count) return null;
  const open = isOpen(step, live);
  const own = count.sheets.find((sheet) => isOwn(form, sheet));
  const sheet = chosen.value ?? own ?? count.sheets[0];
  return (
    <div class="stack">
      {step.prompt && (
        <p class="task">
          <Glossed text={step.prompt} />
        </p>
      )}
      <p class="hint">{t("form-seen-by-all")}</p>
      <ToGo count={count} />
      {form.per !== "room" && <SheetChoice form={form} sheets={count.sheets} chosen={sheet} choose={(next) => (chosen.value = next)} />}
      {sheet === undefined ? (
        <p class="soft">{t("form-no-sheets")}</p>
      ) : (
        form.fields.map((field) => (
          <FieldCard
            key={`${sheet} ${field.id}`}
            form={form}
            field={field}
            sheet={sheet}
            open={open}
            writes={open && mayWrite(form, sheet)}
          />
        ))
      )}
      {sheet !== undefined && <ToLibrary step={step} count={count} />}
    </div>
  );
}

// A form that is called so is a sheet about something that works, for others to find (consensus/archive).
const PRACTICE = "practice";

/** A finished sheet about what works can be found by others, if the chair says so, or whoever wrote it alone. */
function ToLibrary({ step, count }: { readonly step: StepRecord; readonly count: FormCountRecord }) {
  const entries = all("entry", `entry/${step.id}/`);
  const mine = isChair() || entries.some((entry) => entry.by === me()?.id);
  if (!step.id.startsWith(PRACTICE) || room()?.case || !mine || entries.length === 0 || count.missing > 0) return null;
  return (
    <p class="buttons">
      <a class="button quiet" href={roomPath(`/forms/${step.id}/library`) + seatQuery()}>
        <Icon name="archive" />
        {t("form-to-library")}
      </a>
    </p>
  );
}

/** What is still to do. It never stops anybody. */
function ToGo({ count }: { readonly count: FormCountRecord }) {
  return (
    <div class="form-chips">
      <span class={`chip ${count.missing === 0 ? "done" : ""}`}>{t("form-to-go", { count: count.missing })}</span>
      {count.unread > 0 && <span class="chip">{t("form-unread", { count: count.unread })}</span>}
    </div>
  );
}

interface ChoiceProps {
  readonly form: FormRecord;
  readonly sheets: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (sheet: string) => void;
}

function SheetChoice({ form, sheets, chosen, choose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("form-whose")}</label>
      <select id={id} class="input" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {sheets.map((sheet) => (
          <option key={sheet} value={sheet}>
            {t("form-sheet", { name: nameOf(form, sheet), own: isOwn(form, sheet) ? "yes" : "no" })}
          </option>
        ))}
      </select>
    </div>
  );
}

// So many entries fit a wall; those of the child and family come first, then the newest.
const MOST_ON_WALL = 4;

/** The projector: words to be read out, and what was filled in last. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const form = record("form", `form/${step.id}`);
  const count = record("form_count", `form_count/${step.id}`);
  if (!form || !count) return null;
  const voice = (id: string) => (form.fields.find((field) => field.id === id)?.voice ? 1 : 0);
  const entries = [...all("entry", `entry/${step.id}/`)];
  const shown = entries.sort((a, b) => voice(b.field) - voice(a.field) || b.at - a.at).slice(0, MOST_ON_WALL);
  return (
    <div class="stack">
      {shown.length === 0 && <p class="task">{step.prompt}</p>}
      {shown.map((entry) => {
        const field = form.fields.find((each) => each.id === entry.field);
        return (
          field && (
            <article key={`${entry.sheet} ${entry.field}`} class="item">
              <h2 class="form-label">{field.label}</h2>
              <Value field={field} entry={entry} />
              <p class="item-by">
                <Person id={entry.by} />
              </p>
            </article>
          )
        );
      })}
      <ToGo count={count} />
    </div>
  );
}

/** The desk offers the next step; a form that matters asks first while something is missing. */
export function nextAct(step: StepRecord): Act | undefined {
  const form = record("form", `form/${step.id}`);
  const count = record("form_count", `form_count/${step.id}`);
  const next = nextStep();
  if (!form?.must || !count || !next || count.missing + count.unread === 0) return undefined;
  const run = () => goTo(next);
  const text = [
    ...(count.missing > 0 ? [t("form-to-go", { count: count.missing })] : []),
    ...(count.unread > 0 ? [t("form-unread", { count: count.unread })] : []),
  ].join(". ");
  const confirm = { title: t("form-must-title"), text, wait: t("form-must-wait"), label: t("form-must-go"), run };
  return { label: t("next-step", { title: next.title }), onward: true, run, confirm };
}
