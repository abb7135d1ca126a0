import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { announce } from "../status.ts";
import { t } from "../words.ts";
import { useGlide } from "./glide.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { droppedAt, moveTo, type Ordering, placeOf, tap, untouched } from "./ordering.ts";
import { useRowDrag } from "./row-drag.ts";
import { textOf } from "./statement.tsx";

/** Two ways to make the same order: tap one statement after the other, or move rows about. */
export type Mode = "tap" | "adjust";

interface Props {
  readonly ordering: Ordering;
  /** The order in which tapping shows the rows, so that none jumps away under the finger. */
  readonly shown: readonly string[];
  readonly mode: Mode;
  readonly setMode: (mode: Mode) => void;
  readonly change: (ordering: Ordering) => void;
}

/** Which button of which row gets the focus after a move. */
interface Target {
  readonly item: string;
  readonly button: "up" | "down" | "to";
}

/** A list to put in order by tapping, by buttons, by number or by dragging: all equal. */
export function OrderList({ ordering, shown, mode, setMode, change }: Props) {
  const [past, setPast] = useState<readonly Ordering[]>([]);
  const go = (next: Ordering) => {
    setPast([...past, ordering]);
    change(next);
  };
  const undo = () => {
    const last = past[past.length - 1];
    if (!last) return;
    setPast(past.slice(0, -1));
    change(last);
    announce(t("order-undone"));
  };
  const startAgain = () => {
    go(untouched(shown));
    announce(t("order-cleared"));
  };
  return (
    <div class="stack">
      <Modes mode={mode} setMode={setMode} />
      {mode === "tap" ? (
        <TapList ordering={ordering} shown={shown} change={go} />
      ) : (
        <AdjustList ordering={ordering} change={go} />
      )}
      <div class="buttons">
        <button type="button" class="button" aria-disabled={past.length === 0} onClick={undo}>
          <Icon name="undo" />
          {t("order-undo")}
        </button>
        {mode === "tap" && ordering.placed > 0 && (
          <button type="button" class="button quiet" onClick={startAgain}>
            {t("order-start-again")}
          </button>
        )}
      </div>
    </div>
  );
}

function Modes({ mode, setMode }: Pick<Props, "mode" | "setMode">) {
  const modes: readonly Mode[] = ["tap", "adjust"];
  return (
    <fieldset class="field">
      <legend class="visually-hidden">{t("order-modes")}</legend>
      <div class="segments">
        {modes.map((each) => (
          <label key={each} class="segment">
            <input type="radio" name="order-mode" checked={mode === each} onChange={() => setMode(each)} />
            <Icon name={each === "tap" ? "order" : "move"} />
            {t(`order-mode-${each}`)}
          </label>
        ))}
      </div>
      <p class="hint">{t(`order-hint-${mode}`)}</p>
    </fieldset>
  );
}

function TapList({ ordering, shown, change }: Pick<Props, "ordering" | "shown" | "change">) {
  const press = (item: string) => {
    const next = tap(ordering, item);
    const place = placeOf(next, item);
    const of = next.order.length;
    announce(place ? t("order-now", { item: textOf(item), place, of }) : t("order-out", { item: textOf(item) }));
    change(next);
  };
  return (
    <ol class="order" role="list">
      {shown.map((item) => {
        const place = placeOf(ordering, item);
        return (
          <li key={item}>
            <button type="button" class="order-row" aria-pressed={place !== undefined} onClick={() => press(item)}>
              <span class={`order-number num ${place ? "" : "none"}`}>{place ?? "·"}</span>
              <span class="order-text">{textOf(item)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function AdjustList({ ordering, change }: Pick<Props, "ordering" | "change">) {
  const list = useRef<HTMLOListElement>(null);
  const [moving, setMoving] = useState<string | undefined>();
  const [last, setLast] = useState<string>();
  const target = useRef<Target | undefined>(undefined);
  const { order } = ordering;

  const move = (item: string, place: number, button: Target["button"]) => {
    const next = moveTo(ordering, item, place);
    target.current = { item, button };
    setMoving(undefined);
    setLast(item);
    change(next);
    announce(t("order-now", { item: textOf(item), place: next.order.indexOf(item) + 1, of: order.length }));
  };
  // The rows keep one drop handler while the order changes under it.
  const latest = useRef(move);
  latest.current = move;
  const orderNow = useRef(order);
  orderNow.current = order;
  const drop = useCallback((item: string, on: string, after: boolean) => {
    latest.current(item, droppedAt(orderNow.current, item, on, after), "to");
  }, []);

  useGlide(list, order);
  useLayoutEffect(() => {
    if (!target.current || !list.current) return;
    focusButton(list.current, target.current);
    target.current = undefined;
  });

  return (
    <>
      <ol class="order" role="list" ref={list}>
        {order.map((item, index) => (
          <Row
            key={item}
            item={item}
            place={index + 1}
            of={order.length}
            moved={item === last}
            move={move}
            choose={() => setMoving(item)}
            drop={drop}
          />
        ))}
      </ol>
      {moving !== undefined && (
        <MoveDialog
          item={moving}
          place={order.indexOf(moving) + 1}
          of={order.length}
          choose={(place) => move(moving, place, "to")}
          close={() => setMoving(undefined)}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly item: string;
  readonly place: number;
  readonly of: number;
  readonly moved: boolean;
  readonly move: (item: string, place: number, button: Target["button"]) => void;
  readonly choose: () => void;
  readonly drop: (item: string, on: string, after: boolean) => void;
}

function Row({ item, place, of, moved, move, choose, drop }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const look = useRowDrag({ list: "order", item, row, grip, drop });
  const text = textOf(item);
  return (
    <li ref={row} data-item={item} class={`order-row ${moved ? "moved" : ""} ${look}`}>
      <span class="order-number num">{place}</span>
      <p class="order-text">{text}</p>
      <div class="order-moves">
        <span class="order-grip" aria-hidden="true" ref={grip}>
          <Icon name="grip" />
        </span>
        <button type="button" class="button quiet" data-button="to" aria-label={t("order-to-says", { item: text })} onClick={choose}>
          {t("order-to")}
        </button>
        <button
          type="button"
          class="button icon-only"
          data-button="up"
          disabled={place === 1}
          aria-label={t("order-up", { item: text })}
          onClick={() => move(item, place - 1, "up")}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button icon-only"
          data-button="down"
          disabled={place === of}
          aria-label={t("order-down", { item: text })}
          onClick={() => move(item, place + 1, "down")}
        >
          <Icon name="down" />
        </button>
      </div>
    </li>
  );
}

/** Focus a button of a row; at the ends of the list its twin, because it is switched off itself. */
function focusButton(list: HTMLElement, { item, button }: Target): void {
  const row = list.querySelector(`[data-item="${CSS.escape(item)}"]`);
  const find = (name: Target["button"]) => row?.querySelector<HTMLButtonElement>(`[data-button="${name}"]`);
  const wanted = find(button);
  const twin = button === "up" ? find("down") : find("up");
  (wanted?.disabled ? twin : wanted)?.focus();
}
