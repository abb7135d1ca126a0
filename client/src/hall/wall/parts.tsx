/** What several views of the wall are made of: a question, a twin in words, and what is missing. */

import type { ComponentChildren } from "preact";
import { Icon } from "../../icons.tsx";
import { t } from "../../words.ts";
import { floorBusy, floorRecord } from "../floor.ts";
import { comparable, letterOf, type Place, textOf } from "./records.ts";

/** A statement's letter in its box; `reach` says by its edge how many tables share it. */
export function Tile({ item, reach = "" }: { readonly item: string; readonly reach?: string }) {
  return <span class={`tables-tile ${reach}`}>{letterOf(item)}</span>;
}

/** A statement in a list: its letter and its words. */
export function Stated({ item }: { readonly item: string }) {
  return (
    <span class="tables-stated">
      <Tile item={item} />
      <span>{textOf(item)}</span>
    </span>
  );
}

/** One question to be curious about. */
export function Ask({ words }: { readonly words: string | undefined }) {
  if (!words) return null;
  return (
    <p class="tables-ask">
      <Icon name="ask-why" />
      <span>{words}</span>
    </p>
  );
}

/** The last figures stay while newer ones are worked out, with a quiet mark. */
export function Busy() {
  if (!floorBusy.value) return null;
  return (
    <p class="tables-busy">
      <Icon name="wait" />
      {t("tables-busy")}
    </p>
  );
}

/** Figures hold for what several tables have; what one table alone has added is not in them. */
export function LeftOut() {
  const own = floorRecord("pass", "pass")?.own ?? 0;
  if (own === 0) return null;
  return <p class="soft">{t("tables-left-out-own", { count: own })}</p>;
}

/** Why there is nothing to compare yet. */
export function TooFew() {
  return (
    <div class="tables-too-few">
      <p class="lead">{t("tables-too-few")}</p>
      <p class="soft">{t("tables-too-few-now", { count: comparable() })}</p>
    </div>
  );
}

interface TwinProps {
  readonly at: Place;
  readonly caption: string;
  readonly head: readonly string[];
  /** Each row begins with its heading. */
  readonly rows: readonly (readonly string[])[];
}

/** A drawing's figures as a table; on the wall, where nobody opens it, for assistive technology. */
export function Twin({ at, caption, head, rows }: TwinProps) {
  const table = <TwinTable caption={caption} head={head} rows={rows} />;
  if (at === "wall") return <div class="visually-hidden">{table}</div>;
  return (
    <details class="more">
      <summary>{t("chart-table")}</summary>
      <Scroll label={caption}>{table}</Scroll>
    </details>
  );
}

function TwinTable({ caption, head, rows }: Omit<TwinProps, "at">) {
  return (
    <table class="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((words, index) => (
              <td key={index}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What may be wider than the screen scrolls by itself, and with the keyboard. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
