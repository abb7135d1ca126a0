import { attempt } from "../../commands.ts";
import { steersSteps } from "../../people.tsx";
import { announce } from "../../status.ts";
import { all, record } from "../../store.ts";
import type { BoardRecord, NoteRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { dayOf } from "../day.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Person } from "../named.tsx";
import { placeWord } from "../places.ts";
import { headingId } from "../settle/steer.ts";
import { textOf } from "../statement.tsx";
import { Today } from "../today.tsx";
import { Said } from "./note-card.tsx";
import type { Standing } from "./note.ts";
import { groupsOf, type Tone } from "./options.ts";
import { openPlace, type Preview, previewOf } from "./preview.ts";
import { edgeOf, ToneIcon } from "./tone.tsx";

/** Look at an option as if it were decided today; anybody may, and nothing is saved. */
export function PreviewButton({ item }: { readonly item: string }) {
  const words = textOf(item);
  return (
    <Today words={words} kept={t("preview-only")} of={words}>
      {(close) => (
        <>
          <InTheRoom item={item} />
          {steersSteps() && <Propose item={item} close={close} />}
        </>
      )}
    </Today>
  );
}

/** Say whether some step asks what people think of an option, so that there is something to look at. */
export function isWeighed(item: string): boolean {
  return groupsOf(item, all("collect"), all("note")).length > 0;
}

/** What the room holds about an option: what would likely follow, who is not behind it, offers. */
export function InTheRoom({ item }: { readonly item: string }) {
  const groups = groupsOf(item, all("collect"), all("note"));
  if (groups.length === 0) return null;
  const preview = previewOf(item, groups, {
    judges: all("judge"),
    ballots: all("ballot"),
    slots: all("slot"),
    stances: all("stance"),
    promises: all("promise"),
  });
  return (
    <div class="stack">
      <Likely preview={preview} />
      <Dissent preview={preview} />
      <NextDays preview={preview} />
    </div>
  );
}

function Likely({ preview: { strengths, worries, changes } }: { readonly preview: Preview }) {
  return (
    <section class="stack close">
      <h3>{t("preview-likely")}</h3>
      <Notes title={t("preview-strengths")} tone="strength" notes={strengths} />
      <Notes title={t("preview-worries")} tone="worry" notes={worries} />
      <Notes title={t("preview-changes")} tone="change" notes={changes} />
    </section>
  );
}

function Dissent({ preview: { noes, low, unknowns } }: { readonly preview: Preview }) {
  const none = noes.length + low.length + unknowns.length === 0;
  return (
    <section class="stack close">
      <h3>{t("preview-dissent")}</h3>
      {none && <p class="soft">{t("preview-no-dissent")}</p>}
      {noes.map((stance) => (
        <div key={stance.member} class="stack close">
          <Person id={stance.member} />
          <p>{t("preview-says-no", { note: stance.note })}</p>
        </div>
      ))}
      {low.map(({ member, place, of }) => (
        <p key={member} class="item-by">
          <Person id={member} />
          <span>{t("preview-put-low", { place: placeWord(place), of })}</span>
        </p>
      ))}
      {unknowns.length > 0 && <Notes title={t("preview-unknowns")} tone="unknown" notes={unknowns} />}
    </section>
  );
}

function NextDays({ preview: { offers, nothing, promises } }: { readonly preview: Preview }) {
  return (
    <section class="stack close">
      <h3>{t("preview-week")}</h3>
      {offers.length + nothing.length + promises.length === 0 && <p class="soft">{t("preview-no-offers")}</p>}
      {promises.map(({ promise, terms }) => (
        <div key={promise} class="item">
          <p>{terms.what}</p>
          {terms.by && <p class="item-by">{t("preview-by", { day: dayOf(terms.by) })}</p>}
        </div>
      ))}
      {[...offers, ...nothing].map((note) => (
        <Line key={note.note} note={note} />
      ))}
    </section>
  );
}

interface NotesProps {
  readonly title: string;
  readonly tone: Tone;
  readonly notes: readonly Standing[];
}

function Notes({ title, tone, notes }: NotesProps) {
  return (
    <div class={edgeOf(tone)}>
      <h4 class="lane-head">
        <ToneIcon tone={tone} />
        {title}
      </h4>
      {notes.length === 0 && <p class="soft">{t("collect-empty")}</p>}
      {notes.map(({ note }) => (
        <Line key={note.note} note={note} />
      ))}
    </div>
  );
}

function Line({ note }: { readonly note: NoteRecord }) {
  return (
    <div class="item">
      <Said note={note} />
    </div>
  );
}

/** The chair's way from the preview to a proposal, where the room is at a board with this option. */
function Propose({ item, close }: { readonly item: string; readonly close: () => void }) {
  const board = record("board", `board/${record("room", "room")?.current ?? ""}`);
  const place = board && holds(board, item) ? openPlace(item, all("slot", `slot/${board.step}/`)) : undefined;
  if (!place) return null;
  const propose = async () => {
    const outcome = await attempt({ type: "settle.propose", step: place.step, slot: place.slot, item });
    if (!outcome.ok) return;
    close();
    announce(t("preview-proposed"));
    focusSoon(headingId(place));
  };
  return (
    <div class="buttons">
      <DoButton label={t("preview-propose")} look="primary" run={propose} />
    </div>
  );
}

function holds(board: BoardRecord, item: string): boolean {
  return board.bands.some((band) => band.includes(item));
}
