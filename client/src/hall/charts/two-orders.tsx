import { useState } from "preact/hooks";
import { placeWord } from "../../steps/places.ts";
import { t } from "../../words.ts";
import { Tile } from "../wall/parts.tsx";
import { letterOf, textOf } from "../wall/records.ts";
import { type Bands, gapOf, linksOf, type Row, rowsOf } from "./bands.ts";

interface Props {
  readonly left: Bands;
  readonly right: Bands;
  readonly leftTitle: string;
  readonly rightTitle: string;
}

/** Two orders and the lines between them; where no order is claimed, rows stand in one bracket. */
export function TwoOrders({ left, right, leftTitle, rightTitle }: Props) {
  const [picked, setPicked] = useState<string>();
  const rows = Math.max(rowsOf(left).length, rowsOf(right).length);
  const point = (event: Event) => {
    const item = (event.target as Element).closest<HTMLElement>("[data-item]")?.dataset["item"];
    if (item) setPicked((before) => (before === item ? undefined : item));
  };
  return (
    <div class="two-orders" style={{ "--rows": rows }} onClick={point}>
      <Order title={leftTitle} bands={left} side="left" picked={picked} />
      <svg class="orders-lines" viewBox={`0 0 10 ${rows}`} preserveAspectRatio="none" aria-hidden="true">
        {linksOf(left, right).map(({ item, from, to }) => (
          <path key={item} class={look(item, left, right, picked)} d={`M0 ${from + 0.5}C4 ${from + 0.5} 6 ${to + 0.5} 10 ${to + 0.5}`} />
        ))}
      </svg>
      <Order title={rightTitle} bands={right} side="right" picked={picked} />
    </div>
  );
}

/** A line is heavy where the two orders place a statement apart by more than ties explain. */
function look(item: string, left: Bands, right: Bands, picked: string | undefined): string {
  if (item === picked) return "loud";
  return gapOf(item, left, right) > 2 ? "far" : "near";
}

interface OrderProps {
  readonly title: string;
  readonly bands: Bands;
  readonly side: "left" | "right";
  readonly picked: string | undefined;
}

function Order({ title, bands, side, picked }: OrderProps) {
  return (
    <section class={`orders-side ${side}`}>
      <h3>{title}</h3>
      <ol role="list">
        {rowsOf(bands).map((row) => (
          <li key={row.item} data-item={row.item} class={`orders-row ${band(row)} ${row.item === picked ? "picked" : ""}`}>
            <span class="orders-place">
              <span aria-hidden="true">{row.row + 1 === row.place ? shortPlace(row) : ""}</span>
              <span class="visually-hidden">{longPlace(row)}</span>
            </span>
            {side === "left" ? <Pick item={row.item} picked={picked} /> : <Tile item={row.item} />}
            <span class="orders-text">{textOf(row.item)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The way to a line with the keyboard. A press goes on to the whole drawing, where a pointer's goes too. */
function Pick({ item, picked }: { readonly item: string; readonly picked: string | undefined }) {
  return (
    <button type="button" class="orders-pick" aria-pressed={item === picked} aria-label={t("tables-orders-follow", { letter: letterOf(item) })}>
      <Tile item={item} />
    </button>
  );
}

/** Where a row stands in its bracket. */
function band({ row, place, last }: Row): string {
  if (place === last) return "";
  return `tied ${row + 1 === place ? "opens" : ""} ${row + 1 === last ? "closes" : ""}`;
}

function shortPlace({ place, last }: Row): string {
  return place === last ? String(place) : t("tables-orders-range", { place, last });
}

function longPlace({ place, last }: Row): string {
  return place === last ? placeWord(place) : t("tables-orders-tied", { first: placeWord(place), last: placeWord(last) });
}
