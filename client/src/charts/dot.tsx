import { shapes } from "../badge.tsx";
import { letters, me, shapeOf } from "../people.tsx";
import { agencyOf } from "../steps/judge/voices.ts";

// The shapes are drawn about this wide.
const DRAWN = 36;
const RING = 4;

interface Props {
  readonly member: string;
  readonly x: string;
  readonly y: number;
  readonly size: number;
  readonly pass: "before" | "now";
  readonly lettered?: boolean;
}

/** An answer in a chart: the shape and letters of its agency; one's own wears a ring. */
export function Dot({ member: id, x, y, size, pass, lettered }: Props) {
  const agency = agencyOf(id);
  const own = id === me()?.id;
  return (
    <svg class={`dot ${pass} ${own ? "own" : ""}`} x={x} y={y}>
      {own && <circle class="dot-ring" r={size / 2 + RING} />}
      <path
        class="dot-shape"
        d={shapes[agency === undefined ? "circle" : shapeOf({ agency })]}
        transform={`scale(${size / DRAWN})`}
        vector-effect="non-scaling-stroke"
      />
      {lettered && agency !== undefined && <text class="dot-letters">{letters({ agency })}</text>}
    </svg>
  );
}
