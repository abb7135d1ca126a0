import { shapes } from "../badge.tsx";
import { letters, me, member, shapeOf } from "../people.tsx";

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

/** A person in a chart: the shape and letters of their agency; one's own wears a ring. */
export function Dot({ member: id, x, y, size, pass, lettered }: Props) {
  const of = member(id);
  const own = id === me()?.id;
  return (
    <svg class={`dot ${pass} ${own ? "own" : ""}`} x={x} y={y}>
      {own && <circle class="dot-ring" r={size / 2 + RING} />}
      <path
        class="dot-shape"
        d={shapes[of ? shapeOf(of) : "circle"]}
        transform={`scale(${size / DRAWN})`}
        vector-effect="non-scaling-stroke"
      />
      {lettered && <text class="dot-letters">{of ? letters(of) : "?"}</text>}
    </svg>
  );
}
