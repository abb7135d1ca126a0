/** One outline per agency, drawn around 0,0 and about 36 wide, so that a shape says who before a colour does. */
export const shapes = {
  circle: "M0-18A18 18 0 1 1 0 18A18 18 0 1 1 0-18Z",
  square: "M-16-16H16V16H-16Z",
  diamond: "M0-21L21 0L0 21L-21 0Z",
  hexagon: "M-10-17.5H10L20 0L10 17.5H-10L-20 0Z",
  shield: "M-16-17H16V2Q16 14 0 19Q-16 14-16 2Z",
  house: "M0-20L17-5V17H-17V-5Z",
  arch: "M-16 17V-2A16 16 0 0 1 16-2V17Z",
  arrow: "M-19-14H8L20 0L8 14H-19Z",
} as const;

export type Shape = keyof typeof shapes;

interface Badge {
  shape: Shape;
  /** Two letters that stand for the agency or the person. */
  letters: string;
  /** Said by assistive technology; leave it out where the name stands beside the badge. */
  name?: string;
  own?: boolean;
  away?: boolean;
}

/** A member's sign: the agency's shape and two letters. */
export function Badge({ shape, letters, name, own, away }: Badge) {
  const classes = ["badge", own && "own", away && "away"].filter(Boolean).join(" ");
  const says = name === undefined ? ({ "aria-hidden": "true" } as const) : ({ role: "img", "aria-label": name } as const);
  return (
    <svg class={classes} viewBox="-22 -22 44 44" {...says}>
      <path class="badge-shape" d={shapes[shape]} />
      <text class="badge-letters">{letters}</text>
    </svg>
  );
}
