import { useState } from "preact/hooks";
import { agencyKey } from "../../agency-mark.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { isChair, me, steersSteps } from "../../people.tsx";
import { Glossed } from "../../room/glossed.tsx";
import { Remarks } from "../../room/remarks.tsx";
import { record } from "../../store.ts";
import type { Lane, NoteRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { dayOf } from "../day.ts";
import { focusSoon } from "../focus.ts";
import { Person } from "../named.tsx";
import { Letter, textOf } from "../statement.tsx";
import { Edit, type Edited, Merging, Part, Removing } from "./note-acts.tsx";
import type { Standing } from "./note.ts";

interface Props {
  readonly standing: Standing;
  readonly open: boolean;
}

/** A note, who said it and where it comes from; below it those that were put together with it. */
export function NoteCard({ standing: { note, under }, open }: Props) {
  return (
    <article class="item" id={`note-${note.note}`}>
      <Faces note={note} open={open} />
      {under.length > 0 && (
        <section class="also" aria-label={t("note-also")}>
          <p class="note soft">{t("note-also")}</p>
          {under.map((other) => (
            <div key={other.note} class="stack close" id={`note-${other.note}`}>
              <Said note={other} />
              {open && steersSteps() && <Part note={other} />}
            </div>
          ))}
        </section>
      )}
    </article>
  );
}

type Face = "read" | "edit" | "remove" | "merge";

function Faces({ note, open }: { readonly note: NoteRecord; readonly open: boolean }) {
  const edited = draft<Edited>(`edit/${note.step}/${note.note}`);
  const [asked, setAsked] = useState<Face>("read");
  const lane = laneOf(note);
  const free = open && !isUsed(note);
  const changes = free && mayEdit(note, lane);
  const removes = free && (isOwn(note) || isChair());
  const merges = free && steersSteps() && isRevealed(note);
  const face = edited.value !== undefined && changes ? "edit" : asked;
  const edit = () => {
    edited.value = { text: note.text, source: note.source, when: note.when, nothing: note.nothing };
    focusSoon(`edit-${note.note}`);
  };
  const show = (next: Face) => {
    setAsked(next);
    focusSoon(next === "read" ? `note-${note.note}` : `sure-${note.note}`);
  };
  return (
    <div class="stack close">
      {face === "edit" && lane ? <Edit note={note} lane={lane} /> : <Said note={note} />}
      {face === "remove" && <Removing note={note} keep={() => show("read")} />}
      {face === "merge" && <Merging note={note} keep={() => show("read")} />}
      {face === "read" && (changes || removes || merges) && (
        <div class="buttons">
          {changes && <Quiet icon="edit" label={t("collect-edit")} press={edit} />}
          {removes && <Quiet icon="delete" label={t("collect-remove")} press={() => show("remove")} />}
          {merges && <Quiet icon="link" label={t("note-merge")} press={() => show("merge")} />}
        </div>
      )}
      {open && isUsed(note) && isOwn(note) && <p class="hint">{t("note-used")}</p>}
      {face === "read" && isRevealed(note) && note.text && (
        <Remarks step={note.step} about={`note/${note.note}`} quote={note.text} of={note.author || null} />
      )}
    </div>
  );
}

function Quiet({ icon, label, press }: { readonly icon: "edit" | "delete" | "link"; readonly label: string; readonly press: () => void }) {
  return (
    <button type="button" class="button quiet" onClick={press}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** A note's words, whose they are, and where they come from. */
export function Said({ note }: { readonly note: NoteRecord }) {
  return (
    <>
      <Joined note={note} />
      {note.nothing && <p class="nothing">{t("note-nothing")}</p>}
      {note.text && (
        <p>
          <Glossed text={note.text} />
        </p>
      )}
      {note.source && <p class="item-by">{t("note-from", { source: note.source, day: dayOf(note.when) })}</p>}
      <p class="item-by">
        <Whose note={note} />
        {note.for_agency && <span>{t("note-for", { agency: note.for_agency })}</span>}
      </p>
    </>
  );
}

function Whose({ note }: { readonly note: NoteRecord }) {
  if (note.author) return <Person id={note.author} />;
  if (note.agency) return <bdi>{note.agency}</bdi>;
  return <span>{t("note-unsigned")}</span>;
}

/** The two statements that a note joins. */
function Joined({ note }: { readonly note: NoteRecord }) {
  if (!laneOf(note)?.joins_two) return null;
  return (
    <>
      {note.items.map((item) => (
        <p key={item} class="strip-name">
          <Letter id={item} />
          <span>{textOf(item)}</span>
        </p>
      ))}
    </>
  );
}

function laneOf(note: NoteRecord): Lane | undefined {
  return record("collect", `collect/${note.step}`)?.lanes.find((lane) => lane.id === note.lane);
}

function isRevealed(note: NoteRecord): boolean {
  return record("collect", `collect/${note.step}`)?.revealed ?? false;
}

/** Say whether I wrote a note, also where others are not told. */
function isOwn(note: NoteRecord): boolean {
  if (record("my_note", `my_note/${note.step}/${note.note}`)) return true;
  return note.author !== "" && note.author === me()?.id;
}

function mayEdit(note: NoteRecord, lane: Lane | undefined): boolean {
  const ours = agencyKey(note.for_agency || note.agency) === agencyKey(me()?.agency ?? "");
  return isOwn(note) || (lane?.once_per_agency === true && ours);
}

/** Say whether a later step works with a note, which then stays as it is. */
function isUsed(note: NoteRecord): boolean {
  return record("item", `item/${note.note}`) !== undefined;
}
