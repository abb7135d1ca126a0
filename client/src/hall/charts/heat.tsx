import type { ComponentChildren } from "preact";
import { Scroll } from "../wall/parts.tsx";

/** A cell: its number, how dark it is, and what else marks it. */
export interface Cell {
  readonly number: string;
  readonly shade: number;
  readonly look?: "own" | "marked" | "missing" | "self" | "";
  /** What stands beside the number for those who hear it. */
  readonly says?: string;
  readonly note?: string;
}

interface Props {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly own?: boolean; readonly cells: readonly Cell[] }[];
  readonly wide?: boolean;
}

/** A table whose numbers are also shades: it is its own twin. */
export function Heat({ caption, corner, columns, rows, wide = false }: Props) {
  return (
    <Scroll label={caption}>
      <table class={`heat ${wide ? "wide" : ""} ${columns.length > 12 ? "many" : ""}`}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td>{corner}</td>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, own, cells }) => (
            <tr key={name} class={own ? "own" : ""}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={index} class={`shade-${cell.shade} ${cell.look ?? ""}`}>
                  <span class="heat-number">{cell.number}</span>
                  {cell.note && <span class="heat-note">{cell.note}</span>}
                  {cell.says && <span class="visually-hidden">{cell.says}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What a mark of the grid stands for. */
export function HeatKey({ look, children }: { readonly look: string; readonly children: ComponentChildren }) {
  return (
    <span class="heat-key">
      <span class={`heat-sample ${look}`} aria-hidden="true" />
      {children}
    </span>
  );
}
