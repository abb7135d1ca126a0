/** collect: notes in lanes, each with its author, and two statements where a lane joins them. */

import { me } from "../people.tsx";
import { all, record } from "../store.ts";
import type { StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act } from "./act.ts";
import { Form } from "./collect/form.tsx";
import { Joined, Lanes, notesIn } from "./collect/lanes.tsx";
import { isOpen } from "./room-state.ts";
import { useSaid } from "./said.ts";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** Write notes, and read everybody's. */
export function Step({ step, live }: Props) {
  const collect = record("collect", `collect/${step.id}`);
  const others = all("note", `note/${step.id}/`).filter((note) => note.author !== me()?.id).length;
  useSaid(live && others > 0 ? t("collect-news", { count: others }) : undefined, "collect");
  if (!collect) return null;
  const open = isOpen(step, live);
  const role = me()?.role;
  return (
    <div class="stack">
      <p class="task">{step.prompt}</p>
      {open && role !== undefined && role !== "observer" && <Form collect={collect} />}
      <Lanes collect={collect} open={open} />
    </div>
  );
}

// So many notes of a lane fit a wall; the newest are the ones being talked about.
const NEWEST = 2;

/** The projector: how many notes each lane has, and the newest of them. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const collect = record("collect", `collect/${step.id}`);
  if (!collect) return null;
  return (
    <div class="stack">
      {all("note", `note/${step.id}/`).length === 0 && <p class="task">{step.prompt}</p>}
      <div class="lanes">
        {collect.lanes.map((lane) => {
          const notes = notesIn(step.id, lane.id);
          return (
            <section key={lane.id} class="lane">
              <h2 class="lane-head">
                {lane.title}
                <span class="number">{notes.length}</span>
              </h2>
              {notes.slice(-NEWEST).map((note) => (
                <article key={note.note} class="item">
                  <Joined items={note.items} />
                  <p>{note.text}</p>
                </article>
              ))}
            </section>
          );
        })}
      </div>
    </div>
  );
}

/** A list is never finished by itself: the desk offers the next step. */
export function nextAct(_step: StepRecord): Act | undefined {
  return undefined;
}
