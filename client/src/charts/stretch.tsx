interface StretchProps {
  readonly marks: { readonly lowest: number; readonly middle: number; readonly highest: number };
  readonly first: number;
  readonly last: number;
}

/** From the lowest mark to the highest, with a tick at the middle one. */
export function Stretch({ marks, first, last }: StretchProps) {
  // Ends are drawn a little inside, so that a mark at either is whole.
  const x = (mark: number) => `${2 + (96 * (mark - first)) / (last - first)}%`;
  return (
    <svg height="24" aria-hidden="true">
      <line class="axis" x1={x(first)} x2={x(last)} y1="12" y2="12" />
      <line class="stretch" x1={x(marks.lowest)} x2={x(marks.highest)} y1="12" y2="12" />
      {[marks.lowest, marks.highest].map((mark) => (
        <circle key={mark} class="stretch-end" cx={x(mark)} cy="12" r="5" />
      ))}
      <line class="stretch-middle" x1={x(marks.middle)} x2={x(marks.middle)} y1="2" y2="22" />
    </svg>
  );
}
