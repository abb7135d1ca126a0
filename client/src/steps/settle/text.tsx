import { useEffect } from "preact/hooks";
import { roomPath } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { hasVoice, me, steersSteps } from "../../people.tsx";
import { Glossed } from "../../room/glossed.tsx";
import { seatQuery } from "../../seat.ts";
import { all } from "../../store.ts";
import type { SlotRecord, StepRecord, TextRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { namesOf } from "../names.ts";
import { halted } from "../room-state.ts";
import { useSaid } from "../said.ts";
import { DecideToday } from "./decide-today.tsx";
import { EarlierWording } from "./earlier.tsx";
import { Editor, LeftOver } from "./editor.tsx";
import { GroupReason } from "./group-reason.tsx";
import { draftOf, save } from "./pen.ts";
import { PenBar } from "./pen-bar.tsx";
import { Picker } from "./picker.tsx";
import { hints } from "./plain.ts";
import { slotsOf } from "./records.ts";
import { Reopen } from "./reopen.tsx";
import { Settled, Stances } from "./stances.tsx";
import { headingId } from "./steer.ts";
import { Suggestions } from "./suggestions.tsx";
import { WaysOn } from "./ways-on.tsx";

interface Props {
  readonly step: StepRecord;
  readonly text: TextRecord;
  readonly open: boolean;
}

/** One text that the group writes together, and where everybody stands on its words. */
export function GroupText({ step, text, open }: Props) {
  const slot = slotsOf(step.id)[0];
  useSaid(open ? newsOf(text, slot) : undefined, "text");
  const paused = halted() !== undefined;
  // What was typed while the meeting was paused goes out when it goes on.
  useEffect(() => {
    if (!paused && open && draftOf(step.id).peek()) void save(step.id);
  }, [paused]);
  if (!slot) return null;
  const writes = open && !slot.settled && text.holder === me()?.id;
  const acts = open && !slot.settled && me()?.role !== "observer";
  const steers = open && steersSteps() && !paused;
  return (
    <div class="stack">
      <p class="task">
        <Glossed text={step.prompt} />
      </p>
      <section class={`card ${slot.settled ? "" : "active"} stack`} aria-labelledby={headingId(slot)}>
        <h2 id={headingId(slot)}>{t(slot.all_here_agree ? "text-agreed" : slot.settled ? "text-settled" : "text-ours")}</h2>
        {writes ? <Editor text={text} /> : <Words text={text} settled={slot.settled} />}
        {text.plain && !slot.settled && <PlainHint words={text.words} />}
        {text.plain && text.words !== "" && <FamilyCopy step={step.id} settled={slot.settled} />}
        {acts && <PenBar text={text} />}
        {acts && !writes && <LeftOver text={text} />}
      </section>
      <Suggestions text={text} acts={acts} writes={writes} />
      {slot.item !== null && <Standing slot={slot} text={text} open={open} />}
      {steers && slot.item !== null && !slot.settled && <WaysOn slot={slot} title={step.title} />}
      {steers && slot.item !== null && !slot.settled && <GroupReason slot={slot} />}
      {steers && slot.item !== null && !slot.settled && <DecideToday slot={slot} words={text.words} />}
      {steers && slot.settled && <Reopen slot={slot} />}
    </div>
  );
}

function newsOf({ holder, step }: TextRecord, slot: SlotRecord | undefined): string | undefined {
  if (slot?.settled) return t("text-agreed-said");
  if (holder === me()?.id) return undefined;
  if (holder !== null) return t("pen-writing", { name: namesOf([holder]) });
  const outdated = all("earlier", `earlier/${step}/`).some((earlier) => earlier.member === me()?.id);
  return outdated ? t("text-changed-said") : t("pen-free");
}

/** The words as they are, each paragraph by itself. */
export function Words({ text, settled }: { readonly text: TextRecord; readonly settled: boolean }) {
  if (text.words === "") return <p class="soft">{t("text-empty")}</p>;
  return (
    <blockquote class={`group-text ${settled ? "agreed" : ""}`}>
      {text.words.split("\n\n").map((paragraph, at) => (
        <p key={at}>
          <Glossed text={paragraph} />
        </p>
      ))}
    </blockquote>
  );
}

/** The words alone, as the family gets them; before they are settled, as they would get them now. */
function FamilyCopy({ step, settled }: { readonly step: string; readonly settled: boolean }) {
  const page = roomPath("/message") + seatQuery();
  const now = `${page}${page.includes("?") ? "&" : "?"}writing=${encodeURIComponent(step)}`;
  return (
    <p>
      <a href={settled ? page : now} target="_blank" rel="noopener">
        {t(settled ? "message-open" : "message-preview")}
      </a>
    </p>
  );
}

/** Long words and sentences, and short forms, for words that a child should be able to read. */
function PlainHint({ words }: { readonly words: string }) {
  const found = hints(
    words,
    all("term").map((term) => term.word),
  );
  if (found.sentences + found.words.length + found.capitals.length === 0) return null;
  return (
    <div class="hint plain-hint">
      <p class="cluster">
        <Icon name="info" />
        {t("plain-hint")}
      </p>
      <ul>
        {found.sentences > 0 && <li>{t("plain-sentences", { count: found.sentences })}</li>}
        {found.capitals.length > 0 && <li>{t("plain-capitals", { words: found.capitals.slice(0, 6).join(", ") })}</li>}
        {found.words.length > 0 && <li>{t("plain-words", { words: found.words.slice(0, 6).join(", ") })}</li>}
      </ul>
    </div>
  );
}

/** Where everybody stands on these very words; while somebody writes, nobody is asked yet. */
function Standing({ slot, text, open }: { readonly slot: SlotRecord; readonly text: TextRecord; readonly open: boolean }) {
  const said = all("stance", `stance/${slot.step}/${slot.slot}/`).length > 0;
  const asks = open && !slot.settled && hasVoice();
  return (
    <section class="stack" aria-label={t("text-standing")}>
      {asks && text.holder === null && <Picker key={slot.item} slot={slot} title={t("text-stand")} />}
      {asks && text.holder !== null && <p class="soft">{t("text-stand-later")}</p>}
      {slot.settled ? <Settled slot={slot} /> : (said || text.holder === null) && <Stances slot={slot} />}
      <EarlierWording slot={slot} />
    </section>
  );
}
