import { useState } from "preact/hooks";
import { placeWord } from "../steps/places.ts";
import { Letter, letterOf, lineOf, textOf } from "../steps/statement.tsx";
import { t } from "../words.ts";
import { type Column, linesOf, type Node, nodesOf, pick } from "./bump.ts";
import { Figure } from "./strip.tsx";

const ROW = 34;
const TOP = 20;
// Letters stand outside the first and the last column.
const EDGE = 14;

interface Props {
  readonly items: readonly string[];
  readonly columns: readonly Column[];
}

/** How each statement went from pass to pass: quiet lines, of which one or two can be picked out. */
export function Bump({ items, columns }: Props) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  if (columns.length < 2) return null;
  return (
    <Figure label={t("bump-label")}>
      <p class="hint">{t("bump-hint")}</p>
      <Titles columns={columns} />
      <Drawing items={items} columns={columns} picked={picked} />
      <Picker items={items} picked={picked} change={setPicked} />
      <Table items={items} columns={columns} />
    </Figure>
  );
}

function Titles({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <p class="chart-ends" aria-hidden="true">
      {columns.map((column) => (
        <span key={column.title}>{column.title}</span>
      ))}
    </p>
  );
}

function Drawing({ items, columns, picked }: Props & { readonly picked: readonly string[] }) {
  const last = columns.length - 1;
  const x = (column: number) => `${EDGE + (column / last) * (100 - 2 * EDGE)}%`;
  const look = (of: readonly string[]) => (of.includes(picked[0] ?? "") ? "first" : of.includes(picked[1] ?? "") ? "second" : "");
  // What is picked out is drawn last, over the others.
  const lines = [...linesOf(columns)].sort((a, b) => picked.indexOf(a.item) - picked.indexOf(b.item));
  return (
    <svg height={TOP * 2 + (items.length - 1) * ROW} aria-hidden="true">
      {lines.map(({ item, from, to }) => (
        <line
          key={`${item} ${from.column}`}
          class={`bump-line ${look([item])}`}
          x1={x(from.column)}
          y1={y(from.height)}
          x2={x(to.column)}
          y2={y(to.height)}
        />
      ))}
      {columns.map((column, index) =>
        nodesOf(column).map((node) => (
          <g key={`${index} ${node.height}`}>
            <circle class={`bump-node ${look(node.items)}`} cx={x(index)} cy={y(node.height)} r="6" />
            {index === 0 && <Letters items={node.items} y={y(node.height)} x={x(index)} atStart />}
            {index > 0 && <Letters items={endingHere(node, columns[index + 1])} y={y(node.height)} x={x(index)} />}
          </g>
        )),
      )}
    </svg>
  );
}

/** Return the statements whose line goes no further: all in the last column, or those off the board. */
function endingHere(node: Node, next: Column | undefined): readonly string[] {
  return node.items.filter((item) => !next?.heights.has(item));
}

interface LettersProps {
  readonly items: readonly string[];
  readonly x: string;
  readonly y: number;
  readonly atStart?: boolean;
}

function Letters({ items, x, y, atStart = false }: LettersProps) {
  return (
    <text class={`chart-text bump-letter ${atStart ? "end" : ""}`} x={x} y={y} dx={atStart ? -12 : 12}>
      {items.map(letterOf).join(" ")}
    </text>
  );
}

interface PickerProps {
  readonly items: readonly string[];
  readonly picked: readonly string[];
  readonly change: (picked: readonly string[]) => void;
}

function Picker({ items, picked, change }: PickerProps) {
  return (
    <>
      <div class="buttons" role="group" aria-label={t("bump-pick")}>
        {items.map((item) => (
          <button
            key={item}
            type="button"
            class="button"
            aria-label={lineOf(item)}
            aria-pressed={picked.includes(item)}
            onClick={() => change(pick(picked, item))}
          >
            {letterOf(item)}
          </button>
        ))}
      </div>
      {picked.map((item, index) => (
        <p key={item} class="strip-name">
          <Letter id={item} />
          <span>
            {textOf(item)} <span class="soft">{t(index === 0 ? "bump-first" : "bump-second")}</span>
          </span>
        </p>
      ))}
    </>
  );
}

function Table({ items, columns }: Props) {
  return (
    <details class="more">
      <summary>{t("chart-table")}</summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t("bump-label")}>
        <table class="table">
          <caption>{t("bump-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("chart-statement")}</th>
              {columns.map((column) => (
                <th key={column.title} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item}>
                <th scope="row">{lineOf(item)}</th>
                {columns.map((column) => (
                  <td key={column.title}>{heightInWords(column, item)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function heightInWords(column: Column, item: string): string {
  const height = column.heights.get(item);
  if (height === undefined) return t("bump-off");
  const level = [...column.heights.values()].filter((other) => other === height).length;
  const first = height - (level - 1) / 2;
  if (level === 1) return placeWord(first);
  return t("bump-level", { low: placeWord(first), high: placeWord(first + level - 1) });
}

function y(height: number): number {
  return TOP + (height - 1) * ROW;
}
