import { shapes } from "../badge.tsx";
import { letters, me, shapeOf } from "../people.tsx";
import type { MemberRecord } from "../wire.ts";

// More seats than this are too small to tell apart on a phone; the list beside it says all.
const MOST_SEATS = 14;
const LEAST_SEATS = 6;

/** A table whose seats fill as people come in. The list of names says the same in words. */
export function Table({ members }: { readonly members: readonly MemberRecord[] }) {
  if (members.length > MOST_SEATS) return null;
  const seats = Math.max(LEAST_SEATS, members.length);
  return (
    <svg class="chart" viewBox="0 0 360 190" aria-hidden="true">
      <ellipse class="seat-table" cx="180" cy="95" rx="104" ry="46" />
      {Array.from({ length: seats }, (_, n) => (
        <Seat key={n} of={members[n]} {...placeOf(n, seats)} />
      ))}
    </svg>
  );
}

/** The first seat, the chair's, is at the top. */
function placeOf(n: number, seats: number): { readonly x: number; readonly y: number } {
  const turn = (n / seats) * 2 * Math.PI - Math.PI / 2;
  return { x: 180 + 152 * Math.cos(turn), y: 95 + 74 * Math.sin(turn) };
}

interface SeatProps {
  readonly of: MemberRecord | undefined;
  readonly x: number;
  readonly y: number;
}

function Seat({ of, x, y }: SeatProps) {
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(.86)`;
  if (!of) return <circle class="seat-free" r="13" transform={place} />;
  const kind = ["badge seat", of.id === me()?.id && "own", !of.here && "away"].filter(Boolean).join(" ");
  return (
    <g class={kind} transform={place}>
      <path class="badge-shape" d={shapes[shapeOf(of)]} />
      <text class="badge-letters">{letters(of)}</text>
    </g>
  );
}
