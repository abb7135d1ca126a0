import type { ComponentChild } from "preact";
import { t } from "../words.ts";

interface Props {
  readonly class: string;
  readonly most: number;
  readonly children: readonly ComponentChild[];
}

/** A list of which the first few are in sight, and the rest a tap away. */
export function Fold({ class: name, most, children }: Props) {
  const rest = children.slice(most);
  return (
    <>
      <ul class={name} role="list">
        {children.slice(0, most)}
      </ul>
      {rest.length > 0 && (
        <details class="more">
          <summary>{t("archive-rest", { count: rest.length })}</summary>
          <ul class={name} role="list">
            {rest}
          </ul>
        </details>
      )}
    </>
  );
}
