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
