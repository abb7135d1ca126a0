import { type ComponentChildren, h } from "preact";

interface Props {
  readonly level: number;
  readonly id: string;
  readonly children: ComponentChildren;
}

/** A heading of a level that depends on where the record is shown; the focus can be sent to it. */
export function Heading({ level, id, children }: Props) {
  return h(`h${level}`, { id, tabIndex: -1 }, children);
}
