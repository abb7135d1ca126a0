import { attempt } from "../../commands.ts";
import { Name } from "../../people.tsx";
import { announce } from "../../status.ts";
import { all } from "../../store.ts";
import type { CollectRecord, Lane, NoteRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { NoteCard } from "./note-card.tsx";
import { standing } from "./note.ts";
import { edgeOf, ToneIcon } from "./tone.tsx";

interface Props {
  readonly collect: CollectRecord;
  readonly lanes: readonly Lane[];
  readonly open: boolean;
}

/** The lists so far. */
export function Lanes({ collect, lanes, open }: Props) {
  if (lanes.length === 0) return null;
  return (
    <div class="lanes">
      {lanes.map((lane) => (
        <LaneList key={lane.id} collect={collect} lane={lane} open={open} />
      ))}
    </div>
  );
}

/** Return the notes of a lane, in the order in which they came. */
export function notesIn(step: string, lane: string): readonly NoteRecord[] {
  return all("note", `note/${step}/`).filter((note) => note.lane === lane);
}

function LaneList({ collect, lane, open }: { readonly collect: CollectRecord; readonly lane: Lane; readonly open: boolean }) {
  const notes = standing(notesIn(collect.step, lane.id));
  return (
    <section class={edgeOf(lane.tone)}>
      <h2 class="lane-head" id={`lane-${lane.id}`}>
        <ToneIcon tone={lane.tone} />
        {lane.title}
        <span class="number">{notes.length}</span>
      </h2>
      {notes.length === 0 && <Empty collect={collect} lane={lane} open={open} />}
      {notes.map((each) => (
        <NoteCard key={each.note.note} standing={each} open={open} />
      ))}
    </section>
  );
}

/** An empty list: not yet, or considered and nothing found. */
function Empty({ collect, lane, open }: { readonly collect: CollectRecord; readonly lane: Lane; readonly open: boolean }) {
  const by = collect.nones[lane.id];
  const say = async (none: boolean) => {
    const outcome = await attempt({ type: "collect.none", step: collect.step, lane: lane.id, none });
    if (outcome.ok) announce(t(none ? "lane-none-said" : "lane-none-back-said"));
  };
  return (
    <>
      <p class={by ? "" : "soft"}>
        {t(by ? "lane-none" : "collect-empty")} {by && <Name id={by} />}
      </p>
      {open && lane.may_be_empty && (
        <div class="buttons">
          <DoButton label={t(by ? "lane-none-back" : "lane-none-say")} look="quiet" run={() => say(!by)} />
        </div>
      )}
    </>
  );
}

/** Until the reveal: one's own notes, and how much is under the veil. */
export function PrivateSoFar({ collect, open }: { readonly collect: CollectRecord; readonly open: boolean }) {
  const own = all("my_note", `my_note/${collect.step}/`).map(({ note }) => note);
  return (
    <>
      <div class="veiled">
        <h2>{t("collect-veiled")}</h2>
        <p>{t("collect-written", { notes: collect.notes, people: collect.writers })}</p>
      </div>
      {own.length > 0 && (
        <section class="stack">
          <h2>{t("collect-own")}</h2>
          {standing(own).map((each) => (
            <NoteCard key={each.note.note} standing={each} open={open} />
          ))}
        </section>
      )}
    </>
  );
}
