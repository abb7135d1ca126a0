import { useState } from "preact/hooks";
import { listOf } from "../../steps/names.ts";
import { letterOf, lineOf, numberOf, ownTable, type Place, statements, tableName, textOf } from "../wall/records.ts";
import { Tile } from "../wall/parts.tsx";
import { t } from "../../words.ts";
import { byReach, neighbours, type Piece, type Places, pointsOf, type Reach, reachOf, traceOf } from "./traces.ts";

interface Props {
  readonly at: Place;
  readonly columns: readonly Places[];
  /** The statement that is followed until somebody picks another. */
  readonly first: string | undefined;
}

/** What each table agreed, side by side; one statement can be followed across all of them. */
export function Fives({ at, columns, first }: Props) {
  const items = byReach(statements().map(({ id }) => id), columns);
  const [chosen, setChosen] = useState<string>();
  const picked = chosen ?? first;
  const follow = (item: string) => setChosen(item === picked ? "" : item);
  return (
    <figure class={`fives at-${at}`} aria-label={t("tables-title-fives")}>
      <Board columns={columns} picked={picked} follow={follow} />
      <Legend items={items} columns={columns} picked={picked} follow={follow} />
      <Unused at={at} items={items} />
    </figure>
  );
}

interface PickProps {
  readonly columns: readonly Places[];
  readonly picked: string | undefined;
  readonly follow: (item: string) => void;
}

/** The same pick as in the list below, for whoever points at a letter. */
function Board({ columns, picked, follow }: PickProps) {
  const most = Math.max(...columns.map(({ places }) => places.length));
  const point = (event: Event) => {
    const item = (event.target as Element).closest<HTMLElement>("[data-item]")?.dataset["item"];
    if (item) follow(item);
  };
  return (
    <div class="fives-board" style={{ "--tables": columns.length, "--places": most }} onClick={point}>
      <ol class="fives-places" role="list" aria-hidden="true">
        {Array.from({ length: most }, (_, place) => (
          <li key={place}>{place + 1}</li>
        ))}
      </ol>
      <div class="fives-plot">
        <Lines columns={columns} places={most} picked={picked} />
        <ul class="fives-tables" role="list">
          {columns.map((column) => (
            <Column key={column.table} column={column} columns={columns} picked={picked} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Column({ column, columns, picked }: { readonly column: Places; readonly columns: readonly Places[]; readonly picked: string | undefined }) {
  const own = column.table === ownTable();
  return (
    <li class={`fives-table ${own ? "own" : ""}`}>
      <h3>
        <span aria-hidden="true">{numberOf(column.table)}</span>
        <span class="visually-hidden">
          {tableName(column.table)} {own && t("tables-own")}
        </span>
      </h3>
      <ol role="list">
        {column.places.map((item, place) =>
          item === null ? (
            <li key={place} class="tables-tile open">
              <span class="visually-hidden">{t("tables-fives-open")}</span>
            </li>
          ) : (
            <li key={place} data-item={item} class={`tables-tile ${reach(item, columns)} ${item === picked ? "picked" : ""}`}>
              <span aria-hidden="true">{letterOf(item)}</span>
              <span class="visually-hidden">{lineOf(item)}</span>
            </li>
          ),
        )}
      </ol>
    </li>
  );
}

/** Drawn twice: tables are columns where there is room, and rows on a phone. */
function Lines({ columns, places, picked }: { readonly columns: readonly Places[]; readonly places: number; readonly picked: string | undefined }) {
  const quiet = neighbours(columns).filter(({ item }) => item !== picked);
  const loud = picked ? traceOf(picked, columns) : [];
  const across = (piece: Piece) => drawn(piece.from.column, piece.from.place, piece.to.column, piece.to.place);
  const down = (piece: Piece) => drawn(piece.from.place, piece.from.column, piece.to.place, piece.to.column);
  return (
    <>
      <Drawing look="across" box={`0 0 ${columns.length} ${places}`} quiet={quiet.map(across)} loud={loud} path={across} />
      <Drawing look="down" box={`0 0 ${places} ${columns.length}`} quiet={quiet.map(down)} loud={loud} path={down} />
    </>
  );
}

interface DrawingProps {
  readonly look: "across" | "down";
  readonly box: string;
  readonly quiet: readonly string[];
  readonly loud: readonly Piece[];
  readonly path: (piece: Piece) => string;
}

function Drawing({ look, box, quiet, loud, path }: DrawingProps) {
  return (
    <svg class={`fives-lines ${look}`} viewBox={box} preserveAspectRatio="none" aria-hidden="true">
      <path class="quiet" d={quiet.join("")} />
      {loud.map((piece) => (
        <path key={piece.from.column} class={piece.skips ? "loud skips" : "loud"} d={path(piece)} />
      ))}
    </svg>
  );
}

function drawn(x1: number, y1: number, x2: number, y2: number): string {
  return `M${x1 + 0.5} ${y1 + 0.5}L${x2 + 0.5} ${y2 + 0.5}`;
}

/** What the letters stand for, how many tables share each, and the way to follow one. */
function Legend({ items, columns, picked, follow }: PickProps & { readonly items: readonly string[] }) {
  const of = columns.length;
  return (
    <>
      <p class="fives-hint">{t("tables-fives-hint")}</p>
      <ul class="fives-legend" role="list">
        {items.map((item) => (
          <li key={item}>
            <button type="button" class="fives-pick" aria-pressed={item === picked} onClick={() => follow(item)}>
              <Tile item={item} reach={`${reach(item, columns)} ${item === picked ? "picked" : ""}`} />
              <span>
                {textOf(item)} <span class="fives-count">{t("tables-fives-count", { count: pointsOf(item, columns).length, of })}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What no table took belongs to the picture as well. */
function Unused({ at, items }: { readonly at: Place; readonly items: readonly string[] }) {
  const unused = statements().filter(({ id }) => !items.includes(id));
  if (unused.length === 0) return null;
  const lines = unused.map(({ id }) => (at === "wall" ? letterOf(id) : lineOf(id)));
  return <p class="fives-hint">{t("tables-fives-unused", { items: listOf(lines) })}</p>;
}

function reach(item: string, columns: readonly Places[]): Reach {
  return reachOf(pointsOf(item, columns).length, columns.length);
}
