/** collect: notes in lanes, open or private first; one card for each option that they are about. */

import { send } from "../commands.ts";
import { Later } from "../later.tsx";
import { me } from "../people.tsx";
import { Glossed } from "../room/glossed.tsx";
import { all, record } from "../store.ts";
import type { CollectRecord, StepRecord } from "../wire.ts";
import { moreWords, t } from "../words.ts";
import type { Act } from "./act.ts";
import { Balances } from "./collect/balance.tsx";
import { OptionBoard } from "./collect/board.tsx";
import { Form } from "./collect/form.tsx";
import { Lanes, notesIn, PrivateSoFar } from "./collect/lanes.tsx";
import { standing } from "./collect/note.ts";
import { edgeOf, ToneIcon } from "./collect/tone.tsx";
import { namesOf } from "./names.ts";
import { isOpen } from "./room-state.ts";
import { useSaid } from "./said.ts";
import { Letter, textOf } from "./statement.tsx";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

const statements = async () =>
  (await Promise.all([import("../room/statements/panel.tsx"), moreWords("statements")]))[0].Statements;

/** Write notes, and read everybody's. */
export function Step({ step, live }: Props) {
  const collect = record("collect", `collect/${step.id}`);
  const others = all("note", `note/${step.id}/`).filter((note) => note.author !== me()?.id).length;
  useSaid(live && others > 0 ? t("collect-news", { count: others }) : undefined, "collect");
  if (!collect) return null;
  const open = isOpen(step, live);
  const role = me()?.role;
  const writes = role !== undefined && role !== "observer";
  return (
    <div class="stack">
      <p class="task">
        <Glossed text={step.prompt} />
      </p>
      {open && writes && <Form collect={collect} />}
      {collect.revealed ? (
        <Opened collect={collect} open={open} writes={writes} />
      ) : (
        <PrivateSoFar collect={collect} open={open} />
      )}
    </div>
  );
}

/** Say whether a step gathers notes about options. */
function hasOptions({ items, lanes }: CollectRecord): boolean {
  return items.length > 0 && lanes.some((lane) => lane.about_one);
}

function Opened({ collect, open, writes }: { readonly collect: CollectRecord; readonly open: boolean; readonly writes: boolean }) {
  const options = hasOptions(collect);
  const lanes = options ? collect.lanes.filter((lane) => !lane.about_one) : collect.lanes;
  return (
    <>
      {options && <OptionBoard collect={collect} open={open} writes={writes} />}
      <Lanes collect={collect} lanes={lanes} open={open} />
      {lanes.some((lane) => lane.joins_two) && collect.items.length > 1 && <Later load={statements} />}
    </>
  );
}

// So many notes of a lane fit a wall; the newest are the ones being talked about.
const NEWEST = 2;

/** The projector: the options' balance, how many notes each lane has, and the newest of them. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const collect = record("collect", `collect/${step.id}`);
  if (!collect) return null;
  if (!collect.revealed) return <Veiled step={step} collect={collect} />;
  if (hasOptions(collect)) return <Balances collect={collect} />;
  return (
    <div class="stack">
      {all("note", `note/${step.id}/`).length === 0 && <p class="task">{step.prompt}</p>}
      <div class="lanes">
        {collect.lanes.map((lane) => {
          const notes = standing(notesIn(step.id, lane.id));
          return (
            <section key={lane.id} class={edgeOf(lane.tone)}>
              <h2 class="lane-head">
                <ToneIcon tone={lane.tone} />
                {lane.title}
                <span class="number">{notes.length}</span>
              </h2>
              {collect.nones[lane.id] !== undefined && <p>{t("lane-none")}</p>}
              {notes.slice(-NEWEST).map(({ note }) => (
                <article key={note.note} class="item">
                  {note.items.map((item) => (
                    <p key={item} class="strip-name">
                      <Letter id={item} />
                      <span>{textOf(item)}</span>
                    </p>
                  ))}
                  <p>{note.nothing ? t("note-nothing") : note.text}</p>
                </article>
              ))}
            </section>
          );
        })}
      </div>
    </div>
  );
}

function Veiled({ step, collect }: { readonly step: StepRecord; readonly collect: CollectRecord }) {
  return (
    <div class="stack">
      <p class="task">{step.prompt}</p>
      <div class="veiled">
        <h2>{t("collect-veiled")}</h2>
        <p>{t("collect-written", { notes: collect.notes, people: collect.writers })}</p>
      </div>
    </div>
  );
}

/** The chair's next act: open private notes together. An open list is never finished by itself. */
export function nextAct(step: StepRecord): Act | undefined {
  const collect = record("collect", `collect/${step.id}`);
  if (!collect || collect.revealed) return undefined;
  const reveal = (even_so: boolean) => () => send({ type: "collect.reveal", step: step.id, even_so });
  const act = { label: t("collect-reveal", { count: collect.notes }), run: reveal(false) };
  const missing = notWritten(collect);
  if (missing.length === 0) return act;
  const confirm = {
    title: t("collect-reveal-title", { count: missing.length }),
    text: t("collect-reveal-text", { names: namesOf(missing) }),
    wait: t("collect-reveal-wait"),
    label: t("collect-reveal-go"),
    run: reveal(true),
  };
  return { ...act, confirm };
}

/** Return the voices here who have written nothing; nobody where notes may be unsigned. */
function notWritten({ step, lanes }: CollectRecord): readonly string[] {
  if (lanes.some((lane) => lane.shown === "nobody")) return [];
  const written = record("written", `written/${step}`)?.members ?? [];
  const voices = all("member").filter((member) => member.voice && member.here);
  return voices.map((member) => member.id).filter((id) => !written.includes(id));
}
