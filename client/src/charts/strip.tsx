import type { ComponentChildren } from "preact";
import type { Voice } from "../steps/judge/voices.ts";
import type { Spread } from "../wire.ts";
import { Dot } from "./dot.tsx";
import { across, axisPlaces, isLettered, type Lane, laneBefore, laneOf, type Size, stretch, type Vote, votesFor, yOf } from "./strips.ts";

// Room between the pass before and this one, for the lines that join them.
const GAP = 18;
// The dots at both ends of a row, and the ring of one's own, stand out a little.
const MARGIN = 5;

interface Props {
  readonly spread: Spread;
  readonly of: number;
  readonly ballots: readonly Voice[];
  readonly before?: readonly Voice[] | undefined;
  readonly size?: Size;
}

/** One statement's strip: everybody's place, the middle half as a band, the middle as a tick. */
export function Strip({ spread, of, ballots, before = [], size = "hand" }: Props) {
  const lane = laneOf(votesFor(spread.item, ballots), size);
  const earlier = before.length > 0 ? laneBefore(votesFor(spread.item, before), size) : undefined;
  const top = MARGIN + (earlier ? earlier.height + GAP : 0);
  const height = top + lane.height + MARGIN;
  return (
    <svg height={height} aria-hidden="true">
      <Grid of={of} height={height} />
      <Middle spread={spread} of={of} top={top - MARGIN} height={lane.height + 2 * MARGIN} />
      {earlier && <Paths earlier={earlier} lane={lane} of={of} top={top} />}
      {earlier && <Dots lane={earlier} of={of} top={MARGIN} pass="before" />}
      <Dots lane={lane} of={of} top={top} pass="now" />
    </svg>
  );
}

interface MarksProps {
  readonly votes: readonly Vote[];
  readonly before: readonly Vote[];
  readonly of: number;
  readonly size?: Size;
}

/** One strip of marks that are only spread out, without a middle. */
export function MarksStrip({ votes, before, of, size = "hand" }: MarksProps) {
  const lane = laneOf(votes, size);
  const earlier = before.length > 0 ? laneBefore(before, size) : undefined;
  const top = MARGIN + (earlier ? earlier.height + GAP : 0);
  const height = top + lane.height + MARGIN;
  return (
    <svg height={height} aria-hidden="true">
      <Grid of={of} height={height} />
      {earlier && <Paths earlier={earlier} lane={lane} of={of} top={top} />}
      {earlier && <Dots lane={earlier} of={of} top={MARGIN} pass="before" />}
      <Dots lane={lane} of={of} top={top} pass="now" />
    </svg>
  );
}

function Grid({ of, height }: { readonly of: number; readonly height: number }) {
  return (
    <>
      {axisPlaces(of).map((place) => (
        <line key={place} class="axis" x1={across(place, of)} x2={across(place, of)} y1="0" y2={height} />
      ))}
    </>
  );
}

interface MiddleProps {
  readonly spread: Spread;
  readonly of: number;
  readonly top: number;
  readonly height: number;
}

function Middle({ spread, of, top, height }: MiddleProps) {
  const { quarter_low, quarter_high, median } = spread;
  const x = across(median, of);
  return (
    <>
      <rect class="band" x={across(quarter_low, of)} width={stretch(quarter_high - quarter_low, of)} y={top} height={height} rx="4" />
      <line class="median" x1={x} x2={x} y1={top} y2={top + height} />
    </>
  );
}

interface LaneProps {
  readonly lane: Lane;
  readonly of: number;
  readonly top: number;
}

function Dots({ lane, of, top, pass }: LaneProps & { readonly pass: "before" | "now" }) {
  return (
    <>
      {lane.marks.map((mark) => (
        <Dot
          key={mark.member}
          member={mark.member}
          x={across(mark.place, of)}
          y={top + yOf(mark, lane)}
          size={lane.size}
          pass={pass}
          lettered={pass === "now" && isLettered(lane.marks)}
        />
      ))}
    </>
  );
}

/** A line from each moved person's place before to their place now. */
function Paths({ earlier, lane, of, top }: LaneProps & { readonly earlier: Lane }) {
  return (
    <>
      {earlier.marks.map((was) => {
        const is = lane.marks.find((mark) => mark.member === was.member);
        if (!is || is.place === was.place) return null;
        return (
          <line
            key={was.member}
            class="went"
            x1={across(was.place, of)}
            y1={MARGIN + yOf(was, earlier)}
            x2={across(is.place, of)}
            y2={top + yOf(is, lane)}
          />
        );
      })}
    </>
  );
}

interface AxisProps {
  readonly of: number;
  /** What the first place is called. */
  readonly first?: number;
  readonly size?: Size;
}

/** The places along a strip, or many. */
export function Axis({ of, first = 1, size = "hand" }: AxisProps) {
  const height = size === "wall" ? 36 : 20;
  return (
    <svg height={height} aria-hidden="true">
      {axisPlaces(of).map((place) => (
        <text key={place} class="chart-text soft middle" x={across(place, of)} y={height - 5}>
          {place - 1 + first}
        </text>
      ))}
    </svg>
  );
}

/** A chart and what stands around it. */
export function Figure({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <figure class="chart" aria-label={label}>
      {children}
    </figure>
  );
}
