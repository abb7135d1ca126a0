import type { ComponentChildren } from "preact";
import { Badge, Name } from "../people.tsx";

/** A person: their badge, their name and their agency. */
export function Person({ id }: { readonly id: string }) {
  return (
    <span class="named">
      <Badge id={id} />
      <Name id={id} />
    </span>
  );
}

/** People side by side, as many in a line as fit. */
export function People({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ul class="named-list" role="list">
      {ids.map((id) => (
        <li key={id}>
          <Person id={id} />
        </li>
      ))}
    </ul>
  );
}

// A table's worth of people is read at a glance; a hall's is opened by those who want it.
const MANY = 12;

interface Props {
  readonly count: number;
  readonly summary: string;
  readonly children: ComponentChildren;
}

/** A list of people that is folded away when it is long. */
export function FoldWhenMany({ count, summary, children }: Props) {
  if (count <= MANY) return <>{children}</>;
  return (
    <details class="more">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
