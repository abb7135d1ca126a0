/** Statements in rows of equal places, such as a diamond of nine: made by tapping, row by row or anywhere. */

import { useState } from "preact/hooks";
import { Icon } from "../../icons.tsx";
import { Dialog } from "../../room/dialog.tsx";
import { announce } from "../../status.ts";
import { record } from "../../store.ts";
import type { JudgeRecord, MyBallotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { focusSoon } from "../focus.ts";
import { textOf } from "../statement.tsx";
import { draftNow, keptAnswer } from "./cast.ts";
import { fits, orderOf, put, putInRow, rowAt, rowsOf, type Slots, takeOut } from "./rows.ts";

interface Props {
  readonly step: string;
}

const LEFT = "diamond-left";

/** The rows to fill, and below them what has no place yet. */
export function Making({ step }: Props) {
  const judge = record("judge", `judge/${step}`);
  const mine = record("my_ballot", `my_ballot/${step}`);
  return judge && mine ? <Rows judge={judge} mine={mine} /> : null;
}

function Rows({ judge, mine }: { readonly judge: JudgeRecord; readonly mine: MyBallotRecord }) {
  const [past, setPast] = useState<readonly Slots[]>([]);
  const [moving, setMoving] = useState<string>();
  const { shape } = judge;
  const slots = slotsNow(judge, mine);
  const left = mine.start.filter((item) => !slots.includes(item));

  const keep = (next: Slots) => {
    const placed = next.filter((each) => each !== null).length;
    const draft = draftNow(judge, mine);
    keptAnswer(judge.step).value = { ...draft, stage: "edit", answer: orderOf(next, mine.start), placed, slots: next };
  };
  const go = (next: Slots, item: string) => {
    setPast([...past, slots]);
    keep(next);
    setMoving(undefined);
    const at = next.indexOf(item);
    announce(
      at < 0
        ? t("order-out", { item: textOf(item) })
        : t("diamond-now", { item: textOf(item), row: rowAt(shape, at) + 1, of: shape.length }),
    );
  };
  const tap = (item: string) => {
    go(put(slots, item), item);
    const next = left[left.indexOf(item) + 1] ?? left.find((other) => other !== item);
    focusSoon(idOf(next ?? item));
  };
  const move = (next: Slots, item: string) => {
    go(next, item);
    focusSoon(idOf(item));
  };
  const undo = () => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    keep(last);
    announce(t("order-undone"));
  };
  return (
    <div class="stack">
      <p class="hint">{t("diamond-hint")}</p>
      <Places shape={shape} slots={slots} choose={setMoving} />
      {left.length > 0 && (
        <section class="stack close" aria-labelledby={LEFT}>
          <h3 id={LEFT}>{t("diamond-left", { count: left.length })}</h3>
          <ul class="diamond-rest" role="list">
            {left.map((item) => (
              <li key={item} class="diamond-left">
                <button type="button" class="diamond-card" id={idOf(item)} onClick={() => tap(item)}>
                  {textOf(item)}
                </button>
                <button type="button" class="button quiet" aria-label={t("order-to-says", { item: textOf(item) })} onClick={() => setMoving(item)}>
                  {t("order-to")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="buttons">
        <button type="button" class="button" aria-disabled={past.length === 0} onClick={undo}>
          <Icon name="undo" />
          {t("order-undo")}
        </button>
      </div>
      {moving !== undefined && (
        <ToRow
          item={moving}
          shape={shape}
          slots={slots}
          move={(next) => move(next, moving)}
          close={() => setMoving(undefined)}
        />
      )}
    </div>
  );
}

interface PlacesProps {
  readonly shape: readonly number[];
  readonly slots: Slots;
  /** What happens to a statement that is tapped; nothing where the rows are only to be read. */
  readonly choose?: (item: string) => void;
}

function Places({ shape, slots, choose }: PlacesProps) {
  return (
    <ol class="diamond" role="list" aria-label={t("diamond-label")}>
      {rowsOf(slots, shape).map((row, at) => (
        <li key={at} class="diamond-row">
          <p class="diamond-name">{nameOf(at, shape)}</p>
          <ul class="diamond-places" role="list">
            {row.map((item, place) => (
              <li key={item ?? `free${place}`}>
                {item === null ? (
                  <span class="diamond-free">{t("diamond-free")}</span>
                ) : choose ? (
                  <button type="button" class="diamond-card" id={idOf(item)} aria-haspopup="dialog" onClick={() => choose(item)}>
                    {textOf(item)}
                  </button>
                ) : (
                  <p class="diamond-card">{textOf(item)}</p>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

interface ToRowProps {
  readonly item: string;
  readonly shape: readonly number[];
  readonly slots: Slots;
  readonly move: (next: Slots) => void;
  readonly close: () => void;
}

/** Move a statement straight to a row: one press, and a name to say for voice users. */
function ToRow({ item, shape, slots, move, close }: ToRowProps) {
  const at = slots.indexOf(item);
  const here = at < 0 ? undefined : rowAt(shape, at);
  return (
    <Dialog title={t("diamond-move-title")} onClose={close}>
      <p>{textOf(item)}</p>
      <div class="stack close">
        {shape.map((_, row) => (
          <button key={row} type="button" class="button" aria-pressed={row === here} onClick={() => move(putInRow(slots, shape, item, row))}>
            {nameOf(row, shape)}
            {isFull(slots, shape, row) && row !== here && <span class="soft">{t("diamond-swaps")}</span>}
          </button>
        ))}
        {here !== undefined && (
          <button type="button" class="button quiet" onClick={() => move(takeOut(slots, item))}>
            {t("diamond-take-out")}
          </button>
        )}
      </div>
    </Dialog>
  );
}

/** Rows to read: the check before sending, and what was sent. */
export function Still({ step }: Props) {
  const judge = record("judge", `judge/${step}`);
  const mine = record("my_ballot", `my_ballot/${step}`);
  return judge && mine ? <Places shape={judge.shape} slots={slotsNow(judge, mine)} /> : null;
}

function slotsNow(judge: JudgeRecord, mine: MyBallotRecord): Slots {
  const draft = draftNow(judge, mine);
  if (fits(draft.slots, mine.start)) return draft.slots;
  return draft.answer.map((item, at) => (at < draft.placed ? item : null));
}

function isFull(slots: Slots, shape: readonly number[], row: number): boolean {
  return rowsOf(slots, shape)[row]!.every((each) => each !== null);
}

function nameOf(row: number, shape: readonly number[]): string {
  const said = t("diamond-row", { row: row + 1, of: shape.length, places: shape[row]! });
  if (row === 0) return `${said}: ${t("diamond-most")}`;
  return row === shape.length - 1 ? `${said}: ${t("diamond-least")}` : said;
}

function idOf(item: string): string {
  return `in-rows-${item}`;
}
