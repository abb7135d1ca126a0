/** How the marks for the same question lay from one meeting to the next. Never whether that is good. */

import type { Archive, Scale } from "../wire.ts";
import { seriesOf } from "./groups.ts";
import { heldAt } from "./load.ts";

/** The marks at one meeting. */
export interface Point {
  readonly code: string;
  readonly at: number;
  readonly people: number;
  readonly lowest: number;
  readonly middle: number;
  readonly highest: number;
}

/** One question over several meetings, the first one first. `of` is the title of what it belongs to. */
export interface Trend {
  readonly of: string;
  readonly question: string;
  readonly text: string;
  readonly ask: "scale" | "level";
  readonly low: string;
  readonly high: string;
  readonly points: readonly Point[];
}

/**
 * Return the questions that were asked at two meetings or more: of one series, or, where nobody's
 * family is in it, of meetings of the same type. Where people were furthest apart last comes first.
 */
export function trends(found: readonly Archive[]): readonly (readonly Trend[])[] {
  const alone = new Map<string, Archive[]>();
  const groups: (readonly Archive[])[] = [];
  for (const series of seriesOf(found)) {
    const [first] = series;
    if (!first) continue;
    if (series.length > 1) groups.push(series);
    else if (!first.meeting.case) alone.set(first.kind, [...(alone.get(first.kind) ?? []), first]);
  }
  for (const rooms of alone.values()) groups.push(rooms.sort((a, b) => heldAt(a) - heldAt(b)));
  return groups.map(ofGroup).filter((group) => group.length > 0);
}

function ofGroup(rooms: readonly Archive[]): readonly Trend[] {
  const asked = new Map<string, Trend>();
  for (const room of rooms) {
    for (const scale of lastPasses(room)) {
      for (const given of scale.given) {
        const { lowest, middle, highest, people } = given;
        if (lowest == null || middle == null || highest == null) continue;
        const key = [scale.step, given.text, scale.low, scale.high].join("\n");
        const point = { code: room.code, at: heldAt(room), people, lowest, middle, highest };
        const known = asked.get(key);
        asked.set(key, {
          of: known?.of ?? (room.kind || room.meeting.title),
          question: scale.title,
          text: given.text,
          ask: scale.ask === "level" ? "level" : "scale",
          low: scale.low,
          high: scale.high,
          points: [...(known?.points ?? []), point],
        });
      }
    }
  }
  const apart = ({ points }: Trend) => (points.at(-1)?.highest ?? 0) - (points.at(-1)?.lowest ?? 0);
  return [...asked.values()].filter(({ points }) => points.length > 1).sort((a, b) => apart(b) - apart(a));
}

/** Of several passes in one meeting, how it ended counts. */
function lastPasses({ meeting }: Archive): readonly Scale[] {
  const scales = meeting.results.filter((result): result is Scale => result.type === "scale");
  const before = new Set(scales.map(({ again }) => again));
  return scales.filter(({ step }) => !before.has(step));
}

/** Say how far apart people were last, against the first time: never whether it is better. */
export function change({ points }: Trend): "closer" | "apart" | "same" {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "same";
  const apart = (point: Point) => point.highest - point.lowest;
  return apart(last) < apart(first) ? "closer" : apart(last) > apart(first) ? "apart" : "same";
}
