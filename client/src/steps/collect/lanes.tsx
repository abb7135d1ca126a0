import { useState } from "preact/hooks";
import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { isChair, me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { all } from "../../store.ts";
import type { CollectRecord, Lane, NoteRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Person } from "../named.tsx";
import { Letter, textOf } from "../statement.tsx";
import { WordsField } from "../words-field.tsx";

interface Props {
  readonly collect: CollectRecord;
  readonly open: boolean;
}

/** The lists so far. */
export function Lanes({ collect, open }: Props) {
  return (
    <div class="lanes">
      {collect.lanes.map((lane) => (
        <LaneList key={lane.id} lane={lane} notes={notesIn(collect.step, lane.id)} open={open} />
      ))}
    </div>
  );
}

/** Return the notes of a lane, in the order in which they came. */
export function notesIn(step: string, lane: string): readonly NoteRecord[] {
  return all("note", `note/${step}/`).filter((note) => note.lane === lane);
}

function LaneList({ lane, notes, open }: { readonly lane: Lane; readonly notes: readonly NoteRecord[]; readonly open: boolean }) {
  return (
    <section class="lane">
      <h2 class="lane-head" id={`lane-${lane.id}`}>
        {lane.title}
        <span class="number">{notes.length}</span>
      </h2>
      {notes.length === 0 && <p class="soft">{t("collect-empty")}</p>}
      {notes.map((note) => (
        <Note key={note.note} note={note} open={open} />
      ))}
    </section>
  );
}

/** The two statements that a note joins. */
export function Joined({ items }: { readonly items: readonly string[] }) {
  return (
    <>
      {items.map((item) => (
        <p key={item} class="strip-name">
          <Letter id={item} />
          <span>{textOf(item)}</span>
        </p>
      ))}
    </>
  );
}

function Note({ note, open }: { readonly note: NoteRecord; readonly open: boolean }) {
  const own = note.author === me()?.id;
  const edited = draft<string>(`edit/${note.step}/${note.note}`);
  const [removing, setRemoving] = useState(false);
  const face = edited.value !== undefined && own && open ? "edit" : removing ? "remove" : "read";
  const edit = () => {
    edited.value = note.text;
    focusSoon(`edit-${note.note}`);
  };
  const remove = () => {
    setRemoving(true);
    focusSoon(`sure-${note.note}`);
  };
  const keep = () => {
    setRemoving(false);
    focusSoon(`note-${note.note}`);
  };
  return (
    <article class="item" id={`note-${note.note}`}>
      <div class="stack close">
        <Joined items={note.items} />
        {face === "edit" ? <Edit note={note} /> : <p>{note.text}</p>}
        <p class="item-by">
          <Person id={note.author} />
        </p>
        {face === "remove" && <Removing note={note} keep={keep} />}
        {face === "read" && open && (own || isChair()) && (
          <div class="buttons">
            {own && (
              <button type="button" class="button quiet" onClick={edit}>
                <Icon name="edit" />
                {t("collect-edit")}
              </button>
            )}
            <button type="button" class="button quiet" onClick={remove}>
              <Icon name="delete" />
              {t("collect-remove")}
            </button>
          </div>
        )}
      </div>
    </article>
  );
}

function Edit({ note }: { readonly note: NoteRecord }) {
  const edited = draft<string>(`edit/${note.step}/${note.note}`);
  const save = async () => {
    const outcome = await attempt({ type: "collect.edit", step: note.step, note: note.note, text: edited.peek() ?? "" });
    if (!outcome.ok) return;
    leave();
    announce(t("collect-saved"));
  };
  const leave = () => {
    edited.value = undefined;
    focusSoon(`note-${note.note}`);
  };
  return (
    <>
      <WordsField
        id={`edit-${note.note}`}
        label={t("collect-words")}
        value={edited.value ?? ""}
        change={(text) => (edited.value = text)}
      />
      <div class="buttons">
        <DoButton
          label={t("collect-save")}
          look="primary"
          blocked={edited.value?.trim() ? undefined : t("collect-missing-text")}
          run={save}
        />
        <button type="button" class="button" onClick={leave}>
          {t("collect-cancel")}
        </button>
      </div>
    </>
  );
}

function Removing({ note, keep }: { readonly note: NoteRecord; readonly keep: () => void }) {
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
