import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { attempt, newId } from "../../commands.ts";
import { line } from "../../connection.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { announce } from "../../status.ts";
import { all } from "../../store.ts";
import type { CollectRecord, Lane } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { OnItsWay } from "../on-its-way.tsx";
import { halted } from "../room-state.ts";
import { WordsField } from "../words-field.tsx";
import { AboutOne, ForAgency, NothingCheck, SourceFields } from "./fields.tsx";
import { ToMyself } from "./myself.tsx";
import { type Draft, emptyNote, fieldsOf, missingFrom, nextNote, OPTION_LENGTH, WORDS_ID } from "./note.ts";
import { groupsOf, notesOf } from "./options.ts";
import { Pair } from "./pair.tsx";
import { ToneIcon } from "./tone.tsx";

/** Return the note that is being written in a step, and the way to change it. */
export function useNote(collect: CollectRecord): readonly [Draft, (changed: Partial<Draft>) => void] {
  const kept = draft<Draft>(`note/${collect.step}`);
  const now = { ...emptyNote(collect.lanes), ...kept.value };
  return [now, (changed) => (kept.value = { ...now, ...changed })];
}

/** Write a note: the lane, what it is about, the words, and where they come from if asked. */
export function Form({ collect }: { readonly collect: CollectRecord }) {
  const [now, edit] = useNote(collect);
  const lane = collect.lanes.find((each) => each.id === now.lane);
  const missing = missingFrom(now, lane);
  const going = useSignal<readonly Going[]>([]);
  const kept = draft<Draft>(`note/${collect.step}`);

  const add = async () => {
    if (!lane) return;
    // The words are on their way and kept there; the form is free for the next note.
    kept.value = nextNote(now, lane);
    const note = { step: collect.step, note: newId(), ...fieldsOf(now, lane) };
    going.value = [...going.value, note];
    const outcome = await attempt({ type: "collect.add", ...note });
    going.value = going.value.filter((other) => other !== note);
    if (outcome.ok) announce(t("collect-added", { lane: lane.title }));
    else if (!kept.peek()?.text) kept.value = now;
  };

  return (
    <Frame hidden={!collect.revealed}>
      <LaneChoice lanes={collect.lanes} chosen={now.lane} choose={(chosen) => edit({ lane: chosen })} />
      {lane && <Asked collect={collect} lane={lane} now={now} edit={edit} />}
      <div class="buttons">
        <DoButton
          label={t("collect-add")}
          icon="add"
          look="primary"
          blocked={missing ? t(`collect-missing-${missing}`) : halted()}
          run={() => void add()}
        />
      </div>
      {line.value !== "live" && going.value.map((note) => <OnItsWayNote key={note.note} text={note.text} />)}
      <ToMyself collect={collect} edit={edit} />
    </Frame>
  );
}

/** The form's card; hatched, locked and said in words while the notes are private. */
function Frame({ hidden, children }: { readonly hidden: boolean; readonly children: ComponentChildren }) {
  return (
    <section class={hidden ? "private" : "card active"} aria-label={t("collect-form")}>
      {hidden && (
        <p class="private-note">
          <Icon name="lock" />
          {t("collect-private")}
        </p>
      )}
      {children}
    </section>
  );
}

interface AskedProps {
  readonly collect: CollectRecord;
  readonly lane: Lane;
  readonly now: Draft;
  readonly edit: (changed: Partial<Draft>) => void;
}

/** What the chosen lane asks for. */
function Asked({ collect, lane, now, edit }: AskedProps) {
  const item = lane.about_one ? now.items[0] : undefined;
  return (
    <>
      {lane.joins_two && <Pair items={collect.items} pair={now.items} change={(items) => edit({ items })} />}
      {lane.about_one && (
        <AboutOne items={collect.items} chosen={item} choose={(chosen) => edit({ items: chosen ? [chosen] : [] })} />
      )}
      {lane.tone === "worry" && item !== undefined && <StrengthFirst item={item} />}
      {lane.once_per_agency && <NothingCheck nothing={now.nothing} change={(nothing) => edit({ nothing })} />}
      <WordsField
        id={WORDS_ID}
        label={t(now.nothing && lane.once_per_agency ? "collect-words-if-any" : "collect-words")}
        hint={hintOf(lane, collect.revealed)}
        value={now.text}
        change={(text) => edit({ text })}
        {...(lane.tone === "option" && { most: OPTION_LENGTH })}
      />
      {lane.sourced && <SourceFields source={now.source} when={now.when} change={edit} />}
      {lane.shown !== "nobody" && <ForAgency agency={now.agency} change={(agency) => edit({ agency })} />}
    </>
  );
}

function hintOf(lane: Lane, revealed: boolean): string {
  const shown = lane.shown ?? "name";
  const seen = revealed ? t(`collect-shown-${shown}`) : t(`collect-then-${shown}`);
  return lane.hint ? `${lane.hint} ${seen}` : seen;
}

/** A nudge, not a gate: an option is met with one strength before its worries. */
function StrengthFirst({ item }: { readonly item: string }) {
  const own = all("my_note").map(({ note }) => note);
  const groups = groupsOf(item, all("collect"), [...all("note"), ...own]);
  const asked = groups.some((group) => group.tone === "strength");
  if (!asked || notesOf(groups, "strength").length > 0) return null;
  return (
    <p class="nudge">
      <ToneIcon tone="strength" />
      {t("note-strength-first")}
    </p>
  );
}

/** A note that waits for the line. */
interface Going {
  readonly note: string;
  readonly text: string;
}

function OnItsWayNote({ text }: { readonly text: string }) {
  return (
    <article class="item sending">
      <p>{text}</p>
      <OnItsWay />
    </article>
  );
}

interface LaneProps {
  readonly lanes: readonly Lane[];
  readonly chosen: string;
  readonly choose: (lane: string) => void;
}

function LaneChoice({ lanes, chosen, choose }: LaneProps) {
  if (lanes.length < 2) return null;
  return (
    <fieldset class="field">
      <legend>{t(lanes.some((lane) => lane.joins_two) ? "collect-lane" : "note-lane")}</legend>
      <div class="segments">
        {lanes.map((lane) => (
          <label key={lane.id} class="segment">
            <input type="radio" name="lane" checked={lane.id === chosen} onChange={() => choose(lane.id)} />
            <ToneIcon tone={lane.tone} />
            {lane.title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
