import { useSignal } from "@preact/signals";
import { attempt, newId } from "../../commands.ts";
import { line } from "../../connection.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import type { CollectRecord, Lane } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { OnItsWay } from "../on-its-way.tsx";
import { halted } from "../room-state.ts";
import { WordsField } from "../words-field.tsx";
import { type Draft, emptyNote, missingFrom } from "./note.ts";
import { Pair } from "./pair.tsx";

/** Write a note: two statements where the lane joins two, the lane, and the words. */
export function Form({ collect }: { readonly collect: CollectRecord }) {
  const kept = draft<Draft>(`note/${collect.step}`);
  const now = kept.value ?? emptyNote(collect.lanes);
  const edit = (changed: Partial<Draft>) => (kept.value = { ...now, ...changed });
  const lane = collect.lanes.find((each) => each.id === now.lane);
  const missing = missingFrom(now, lane);
  const going = useSignal<readonly Going[]>([]);

  const add = async () => {
    const items = lane?.joins_two ? now.items : [];
    // The words are on their way and kept there; the form is free for the next note.
    kept.value = { ...now, text: "", items: [] };
    const note = { step: collect.step, note: newId(), lane: now.lane, text: now.text, items };
    going.value = [...going.value, note];
    const outcome = await attempt({ type: "collect.add", ...note });
    going.value = going.value.filter((other) => other !== note);
    if (outcome.ok) announce(t("collect-added", { lane: lane?.title ?? "" }));
    else if (!kept.peek()?.text) kept.value = now;
  };

  return (
    <section class="card active" aria-label={t("collect-form")}>
      {lane?.joins_two && <Pair items={collect.items} pair={now.items} change={(items) => edit({ items })} />}
      <LaneChoice lanes={collect.lanes} chosen={now.lane} choose={(chosen) => edit({ lane: chosen })} />
      <WordsField label={t("collect-words")} hint={t("collect-open")} value={now.text} change={(text) => edit({ text })} />
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
    </section>
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
      <legend>{t("collect-lane")}</legend>
      <div class="segments">
        {lanes.map((lane) => (
          <label key={lane.id} class="segment">
            <input type="radio" name="lane" checked={lane.id === chosen} onChange={() => choose(lane.id)} />
            {lane.title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
