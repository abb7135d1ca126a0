import type { Signal } from "@preact/signals";
import { attempt } from "../../commands.ts";
import { announce } from "../../status.ts";
import { record } from "../../store.ts";
import type { EntryRecord, Field, FormRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { namesOf } from "../names.ts";
import { halted } from "../room-state.ts";
import { WordsField } from "../words-field.tsx";
import { Control } from "./control.tsx";
import { asksWhy, begin, both, type Draft, isBehind, mine, missingFrom } from "./draft.ts";
import { nameOf } from "./whose.ts";

interface Props {
  readonly form: FormRecord;
  readonly field: Field;
  readonly sheet: string;
  readonly entry: EntryRecord | undefined;
  readonly kept: Signal<Draft | undefined>;
}

/** Write in a field. Nothing is sent, and nobody sees it, until it is saved. */
export function Editor({ form, field, sheet, entry, kept }: Props) {
  const now = kept.value ?? begin(entry);
  const id = `edit-${form.step}-${field.id}`;
  const place = { step: form.step, sheet, field: field.id };
  const edit = (changed: Partial<Draft>) => (kept.value = { ...(kept.peek() ?? now), ...changed });
  const missing = missingFrom(now, field);
  const leave = () => {
    kept.value = undefined;
    focusSoon(`field-${form.step}-${field.id}`);
  };
  const save = async () => {
    const { value, why, source, when, seen } = now;
    const outcome = await attempt({ type: "form.fill", ...place, value, why, source, when, seen });
    if (!outcome.ok) return;
    if (kept.peek() === now) leave();
    announce(t("form-saved", { field: field.label }));
  };
  const clear = async () => {
    const outcome = await attempt({ type: "form.clear", ...place, seen: now.seen });
    if (!outcome.ok) return;
    leave();
    announce(t("form-cleared", { field: field.label }));
  };
  return (
    <>
      <Control id={id} field={field} value={now.value} change={(value) => edit({ value })} />
      {asksWhy(now, field) && <WordsField label={t("form-why")} value={now.why} change={(why) => edit({ why })} />}
      {field.voice && now.value && <Source id={id} now={now} edit={edit} />}
      {!now.value && <Earlier form={form} field={field} use={(value) => edit({ value })} />}
      {isBehind(now, entry) && <Behind field={field} now={now} entry={entry} put={(next) => (kept.value = next)} leave={leave} />}
      {kept.value !== undefined && (
        <div class="buttons">
          <DoButton
            label={t("form-save")}
            says={t("form-save-field", { field: field.label })}
            icon="check"
            look="primary"
            blocked={missing ? t(`form-missing-${missing}`) : halted()}
            run={save}
          />
          <button type="button" class="button" onClick={leave}>
            {t("form-cancel")}
          </button>
          {entry && <DoButton label={t("form-clear")} icon="delete" look="quiet" run={clear} />}
        </div>
      )}
    </>
  );
}

interface SourceProps {
  readonly id: string;
  readonly now: Draft;
  readonly edit: (changed: Partial<Draft>) => void;
}

/** Where somebody's words come from, and since when they are known. */
function Source({ id, now, edit }: SourceProps) {
  return (
    <div class="form-source">
      <div class="field">
        <label for={`${id}-source`}>{t("form-source")}</label>
        <input
          id={`${id}-source`}
          class="input"
          maxLength={240}
          value={now.source}
          onInput={(event) => edit({ source: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-when`}>{t("form-when")}</label>
        <input
          id={`${id}-when`}
          class="input form-day"
          type="date"
          min="2000-01-01"
          max="2100-12-31"
          value={now.when}
          onInput={(event) => edit({ when: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

interface EarlierProps {
  readonly form: FormRecord;
  readonly field: Field;
  readonly use: (value: string) => void;
}

/** What stands in an earlier form, under the same name or where this field takes from, to be used without typing it again. */
function Earlier({ form, field, use }: EarlierProps) {
  const before = form.like ? record("form", `form/${form.like}`) : undefined;
  const count = before && record("form_count", `form_count/${before.step}`);
  const from = [field.id, ...(field.takes ?? [])];
  const found = (count?.sheets ?? []).flatMap((sheet) => {
    const entries = from.flatMap((id) => record("entry", `entry/${form.like}/${sheet}/${id}`) ?? []);
    return entries.length > 0 ? [{ sheet, value: entries.map((entry) => entry.value).join("\n") }] : [];
  });
  if (!before || found.length === 0) return null;
  return (
    <ul class="form-earlier" role="list">
      {found.map((entry) => (
        <li key={entry.sheet}>
          <p class="hint">{t("form-earlier", { sheet: nameOf(before, entry.sheet) })}</p>
          <p class="form-words">{entry.value}</p>
          <button type="button" class="button quiet" onClick={() => use(entry.value)}>
            {t("form-use")}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface BehindProps {
  readonly field: Field;
  readonly now: Draft;
  readonly entry: EntryRecord | undefined;
  readonly put: (draft: Draft) => void;
  readonly leave: () => void;
}

/** Somebody else was faster: nobody's words are lost, and this person says which stay. */
function Behind({ field, now, entry, put, leave }: BehindProps) {
  const typed = !field.kind || field.kind === "words" || field.kind === "line";
  return (
    <div class="banner form-behind" role="group" aria-label={t("form-behind-name")}>
      <div class="stack close">
        <p>{entry ? t("form-behind", { name: namesOf([entry.by]) }) : t("form-behind-cleared")}</p>
        {entry && typed && <p class="form-words">{entry.value}</p>}
        <div class="buttons">
          {entry && typed && (
            <button type="button" class="button" onClick={() => put(both(now, entry))}>
              {t("form-keep-both")}
            </button>
          )}
          <button type="button" class="button" onClick={leave}>
            {t("form-use-theirs")}
          </button>
          <button type="button" class="button" onClick={() => put(mine(now, entry))}>
            {t("form-keep-mine")}
          </button>
        </div>
      </div>
    </div>
  );
}
