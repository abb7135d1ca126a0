import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { isChair } from "../../people.tsx";
import { announce } from "../../status.ts";
import { record } from "../../store.ts";
import type { EntryRecord, Field, FormRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { dayOf } from "../day.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { People, Person } from "../named.tsx";
import { Wanted } from "./control.tsx";
import type { Draft } from "./draft.ts";
import { Editor } from "./editor.tsx";

interface Props {
  readonly form: FormRecord;
  readonly field: Field;
  readonly sheet: string;
  /** Whether this person may write here now. */
  readonly writes: boolean;
  readonly open: boolean;
}

/** One field of a sheet: open to write in while it is empty, read and changed once it is filled. */
export function FieldCard({ form, field, sheet, writes, open }: Props) {
  const id = `field-${form.step}-${field.id}`;
  const entry = record("entry", `entry/${form.step}/${sheet}/${field.id}`);
  const kept = draft<Draft>(`form/${form.step}/${sheet}/${field.id}`);
  const edits = writes && (!entry || kept.value !== undefined);
  return (
    <section class={`card form-field ${field.voice ? "voice" : ""}`} id={id}>
      {field.voice && (
        <p class="form-voice">
          <Icon name="quote" />
          {t(`form-voice-${field.voice}`)}
        </p>
      )}
      {edits ? (
        <Editor form={form} field={field} sheet={sheet} entry={entry} kept={kept} />
      ) : (
        <Read form={form} field={field} entry={entry} writes={writes} open={open} />
      )}
    </section>
  );
}

interface ReadProps {
  readonly form: FormRecord;
  readonly field: Field;
  readonly entry: EntryRecord | undefined;
  readonly writes: boolean;
  readonly open: boolean;
}

function Read({ form, field, entry, writes, open }: ReadProps) {
  if (!entry) {
    return (
      <>
        <h2 class="form-label">
          {field.label}
          {field.required && <Wanted />}
        </h2>
        <p class="soft">{t("form-empty")}</p>
      </>
    );
  }
  const kept = draft<Draft>(`form/${form.step}/${entry.sheet}/${field.id}`);
  const change = () => {
    const { value, why, source, when } = entry;
    kept.value = { value, why, source, when, seen: value };
    focusSoon(`edit-${form.step}-${field.id}`);
  };
  return (
    <>
      <h2 class="form-label">{field.label}</h2>
      <Value field={field} entry={entry} />
      <p class="item-by">
        <Person id={entry.by} />
      </p>
      {field.voice && <ReadOut entry={entry} open={open} />}
      {writes && (
        <div class="buttons">
          <button type="button" class="button quiet" onClick={change}>
            <Icon name="edit" />
            {t("form-change")}
            <span class="visually-hidden">{field.label}</span>
          </button>
        </div>
      )}
    </>
  );
}

/** What stands in a field, in words. */
export function Value({ field, entry }: { readonly field: Field; readonly entry: EntryRecord }) {
  if (field.kind === "people") return <People ids={entry.value.split(" ")} />;
  const value =
    field.kind === "yes_no" ? t(`form-${entry.value as "yes" | "no" | "dont_know"}`) : field.kind === "date" ? dayOf(entry.value) : entry.value;
  return (
    <>
      {field.voice ? <blockquote class="form-words">{value}</blockquote> : <p class="form-words">{value}</p>}
      {entry.why && <p>{t("form-because", { why: entry.why })}</p>}
      {entry.source && <p class="soft">{t("form-source-said", { source: entry.source, day: dayOf(entry.when) })}</p>}
    </>
  );
}

/** Whether the room has heard these words; the chair ticks it. */
function ReadOut({ entry, open }: { readonly entry: EntryRecord; readonly open: boolean }) {
  if (entry.read_out !== null) {
    return (
      <p class="chip done">
        <Icon name="check" />
        {t("form-read-out")}
      </p>
    );
  }
  if (!open || !isChair()) return <p class="hint">{t("form-not-read-out")}</p>;
  const tick = async () => {
    const { step, sheet, field } = entry;
    const outcome = await attempt({ type: "form.read_out", step, sheet, field });
    if (outcome.ok) announce(t("form-read-out"));
  };
  return (
    <div class="buttons">
      <DoButton label={t("form-read-out-tick")} icon="speak" run={tick} />
    </div>
  );
}
