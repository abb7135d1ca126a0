import { Icon } from "../../icons.tsx";
import { record } from "../../store.ts";
import type { BoardRecord, SlotRecord, StepRecord, TextRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Letter, textOf } from "../statement.tsx";
import { bandsOf, nextSlot } from "./board.ts";
import { isChoice, missingOn, slotsOf, stancesOn } from "./records.ts";
import { fall } from "./stance.ts";
import { Writing } from "./pen-bar.tsx";
import { bandInWords } from "./starting-point.tsx";
import { Words } from "./text.tsx";

// As many as fit a wall at a size that can be read from the back.
const SUGGESTED = 5;

/** The projector: the board as it fills, and how many stand where. Names are on people's own screens. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const text = record("text", `text/${step.id}`);
  if (text) return <WallText step={step} text={text} />;
  return <WallBoard step={step} />;
}

/** The text in large print, who holds the pen, and how many stand where. */
function WallText({ step, text }: { readonly step: StepRecord; readonly text: TextRecord }) {
  const slot = slotsOf(step.id)[0];
  return (
    <div class="wall-text">
      {text.words === "" && <p class="task">{step.prompt}</p>}
      <Words text={text} settled={slot?.settled ?? false} />
      {text.holder !== null && <Writing holder={text.holder} />}
      {slot && slot.item !== null && text.holder === null && <WallStances slot={slot} />}
    </div>
  );
}

function WallBoard({ step }: { readonly step: StepRecord }) {
  const board = record("board", `board/${step.id}`);
  if (!board) return null;
  const slots = slotsOf(step.id);
  const next = nextSlot(slots);
  const empty = slots.every((slot) => slot.item === null);
  return (
    <div class="stack">
      {empty && <p class="task">{step.prompt}</p>}
      {empty && board.suggested_by !== null ? (
        <Suggested board={board} />
      ) : (
        <ol class="slots" role="list">
          {slots.map((slot) => (
            <WallSlot key={slot.slot} slot={slot} only={slots.length === 1} next={slot === next} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** What the answers suggest, before anything is proposed: what the room is about to talk about. */
function Suggested({ board }: { readonly board: BoardRecord }) {
  const rows = bandsOf(board.bands).flatMap((band) => band.items.map((item) => ({ item, band })));
  const words = isChoice(board) ? "settle-support-chosen" : "settle-support";
  return (
    <section class="stack close">
      <h2>{t("settle-start")}</h2>
      {!board.exact && <p>{t("settle-not-exact")}</p>}
      <ol class="slots" role="list">
        {rows.slice(0, SUGGESTED).map(({ item, band }) => (
          <li key={item} class="slot">
            <Letter id={item} />
            <p>{textOf(item)}</p>
            <div class="slot-more">
              <span>{bandInWords(band)}</span>
              <span>{t(words, { count: board.support[item] ?? 0, of: board.of, slots: board.slots })}</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function WallSlot({ slot, only, next }: { readonly slot: SlotRecord; readonly only: boolean; readonly next: boolean }) {
  const look = slot.settled ? "agreed" : slot.item === null ? "open" : next ? "now" : "";
  return (
    <li class={`slot ${look}`}>
      {only ? <Icon name="now" /> : <span class="slot-number">{slot.slot + 1}</span>}
      <p>{slot.item === null ? t(only ? "settle-empty-one" : "settle-empty") : textOf(slot.item)}</p>
      {slot.item !== null && <WallStances slot={slot} />}
    </li>
  );
}

function WallStances({ slot }: { readonly slot: SlotRecord }) {
  const missing = missingOn(slot).length;
  return (
    <div class="slot-more">
      {slot.settled && <Icon name="lock" />}
      {slot.aim === "set_aside" && <strong>{t(slot.settled ? "settle-settled" : "settle-proposed", { aim: slot.aim })}</strong>}
      {slot.all_here_agree ? (
        <span>{t(slot.all_agree ? "settle-all-agree" : "settle-all-here-agree", { aim: slot.aim })}</span>
      ) : (
        fall(stancesOn(slot)).map(({ word, stances }) => (
          <span key={word}>{t("settle-wall-count", { word, count: stances.length })}</span>
        ))
      )}
      {missing > 0 && <span>{t("settle-wall-missing", { count: missing })}</span>}
      {record("fallen", `fallen/${slot.step}/${slot.slot}`)?.differ && <span>{t("voices-differ")}</span>}
    </div>
  );
}
