import { t } from "../../words.ts";
import type { Pair } from "../../wire.ts";
import { letterOf } from "../wall/records.ts";
import { type Group, GROUPS, labelled } from "./likeness.ts";

interface Props {
  readonly groups: Readonly<Record<Group, readonly Pair[]>>;
  /** The pairs that may carry letters, those that matter most first. */
  readonly order: readonly Pair[];
}

/** All pairs: to the right those that people ranked alike, and above those that read alike. */
export function LikenessMap({ groups, order }: Props) {
  const all = GROUPS.flatMap((group) => groups[group].filter(({ ranked }) => ranked !== null).map((pair) => ({ group, pair })));
  const across = scaled(all.map(({ pair }) => pair.ranked ?? 0));
  const up = scaled(all.map(({ pair }) => pair.reads));
  const at = (pair: Pair) => ({ pair, x: across(pair.ranked ?? 0), y: 100 - up(pair.reads) });
  const named = labelled(order.filter(({ ranked }) => ranked !== null).map(at));
  return (
    <div class="likeness-map" aria-hidden="true">
      <p>{t("tables-alike-axis-reads")}</p>
      <svg>
        {all.map(({ group, pair }) => (
          <Mark key={`${pair.first} ${pair.second}`} group={group} named={named.includes(pair)} {...at(pair)} />
        ))}
      </svg>
      <p class="likeness-across">{t("tables-alike-axis-ranked")}</p>
    </div>
  );
}

interface MarkProps {
  readonly pair: Pair;
  readonly group: Group;
  readonly named: boolean;
  readonly x: number;
  readonly y: number;
}

function Mark({ pair, group, named, x, y }: MarkProps) {
  if (group === "neither") return <circle class="likeness-dot" cx={`${x}%`} cy={`${y}%`} r="4" />;
  return (
    <g class={`likeness-mark ${group}`}>
      <circle cx={`${x}%`} cy={`${y}%`} r="7" />
      {named && (
        <text class="chart-text middle" x={`${x}%`} y={`${y}%`} dy="-0.6em">
          {`${letterOf(pair.first)} ${letterOf(pair.second)}`}
        </text>
      )}
    </g>
  );
}

/** Spread figures over the drawing, with room for marks at its edges. */
function scaled(figures: readonly number[]): (figure: number) => number {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  return (figure) => 6 + (high > low ? (figure - low) / (high - low) : 0.5) * 84;
}
