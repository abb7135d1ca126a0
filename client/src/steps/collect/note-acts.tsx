import { useId, useState } from "preact/hooks";
import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import { all } from "../../store.ts";
import type { Lane, NoteRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { WordsField } from "../words-field.tsx";
import { NothingCheck, SourceFields } from "./fields.tsx";
import { OPTION_LENGTH, sourceMissing } from "./note.ts";

/** What is changed of a note. */
export interface Edited {
  readonly text: string;
  readonly source: string;
  readonly when: string;
  readonly nothing: boolean;
}

/** Change a note's words. */
export function Edit({ note, lane }: { readonly note: NoteRecord; readonly lane: Lane }) {
  const edited = draft<Edited>(`edit/${note.step}/${note.note}`);
  const now = edited.value ?? note;
  const edit = (changed: Partial<Edited>) => {
    const { text, source, when, nothing } = now;
    edited.value = { text, source, when, nothing, ...changed };
  };
  const leave = () => {
    edited.value = undefined;
    focusSoon(`note-${note.note}`);
  };
  const save = async () => {
    const { text, source, when, nothing } = now;
    const changed = { step: note.step, note: note.note, text, source, when, nothing };
    const outcome = await attempt({ type: "collect.edit", ...changed });
    if (!outcome.ok) return;
    leave();
    announce(t("collect-saved"));
  };
  const wordless = !now.nothing && now.text.trim() === "";
  const missing = wordless ? "text" : sourceMissing(now, lane);
  return (
    <>
      {lane.once_per_agency && <NothingCheck nothing={now.nothing} change={(nothing) => edit({ nothing })} />}
      <WordsField
        id={`edit-${note.note}`}
        label={t("collect-words")}
        value={now.text}
        change={(text) => edit({ text })}
        {...(lane.tone === "option" && { most: OPTION_LENGTH })}
      />
      {lane.sourced && <SourceFields source={now.source} when={now.when} change={edit} />}
      <div class="buttons">
        <DoButton
          label={t("collect-save")}
          look="primary"
          blocked={missing ? t(`collect-missing-${missing}`) : undefined}
          run={save}
        />
        <button type="button" class="button" onClick={leave}>
          {t("collect-cancel")}
        </button>
      </div>
    </>
  );
}

interface Props {
  readonly note: NoteRecord;
  readonly keep: () => void;
}

/** Take a note away, having been asked. */
export function Removing({ note, keep }: Props) {
  const remove = async () => {
    const outcome = await attempt({ type: "collect.remove", step: note.step, note: note.note });
    if (!outcome.ok) return;
    announce(t("collect-removed"));
    focusSoon(`lane-${note.lane}`);
  };
  return (
    <>
      <h3 id={`sure-${note.note}`}>{t("collect-remove-sure")}</h3>
      <div class="buttons">
        <DoButton label={t("collect-remove-yes")} look="danger" run={remove} />
        <button type="button" class="button" onClick={keep}>
          {t("collect-remove-no")}
        </button>
      </div>
    </>
  );
}

/** List a note under another that says the same (chair). It never happens by itself. */
export function Merging({ note, keep }: Props) {
  const [into, setInto] = useState("");
  const id = useId();
  const others = all("note", `note/${note.step}/`).filter(
    (other) =>
      other.note !== note.note && other.lane === note.lane && other.into === "" && `${other.items}` === `${note.items}`,
  );
  const merge = async () => {
    const outcome = await attempt({ type: "collect.merge", step: note.step, note: note.note, into });
    if (!outcome.ok) return;
    announce(t("note-merged"));
    focusSoon(`note-${into}`);
  };
  return (
    <>
      <h3 id={`sure-${note.note}`}>{t("note-merge-title")}</h3>
      {others.length === 0 ? (
        <p class="soft">{t("note-merge-none")}</p>
      ) : (
        <div class="field">
          <label for={id}>{t("note-merge-into")}</label>
          <select id={id} class="input" value={into} onChange={(event) => setInto(event.currentTarget.value)}>
            <option value="">{t("collect-choose")}</option>
            {others.map((other) => (
              <option key={other.note} value={other.note}>
                {other.text}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="buttons">
        {others.length > 0 && (
          <DoButton
            label={t("note-merge-go")}
            look="primary"
            blocked={into ? undefined : t("note-merge-choose")}
            run={merge}
          />
        )}
        <button type="button" class="button" onClick={keep}>
          {t("collect-cancel")}
        </button>
      </div>
    </>
  );
}

/** Let a note stand alone again (chair). */
export function Part({ note }: { readonly note: NoteRecord }) {
  const part = async () => {
    const outcome = await attempt({ type: "collect.merge", step: note.step, note: note.note, into: "" });
    if (!outcome.ok) return;
    announce(t("note-parted"));
    focusSoon(`note-${note.note}`);
  };
  return (
    <div class="buttons">
      <DoButton label={t("note-part")} icon="differ" look="quiet" run={part} />
    </div>
  );
}
