import { listOf } from "../../steps/names.ts";
import { t } from "../../words.ts";
import { Tile } from "./parts.tsx";
import { found, lineOf, namesAt, textOf } from "./records.ts";

interface Props {
  readonly table: string;
  readonly names: boolean;
}

/** One table's list, and whether all there stand behind it. Who sits there is named only if asked for. */
export function BoardView({ table, names }: Props) {
  const list = found(table);
  const people = names ? namesAt(table) : [];
  return (
    <div class="stack tables-view board-view">
      {people.length > 0 && <p class="soft">{listOf(people)}</p>}
      {!list && <p class="lead">{t("tables-board-none")}</p>}
      {list && (
        <>
          <ol class="board-places" role="list">
            {list.places.map((item, place) => (
              <li key={place} class={item === null ? "open" : ""}>
                <span class="slot-number">{place + 1}</span>
                {item !== null && <Tile item={item} />}
                <span>{item === null ? t("tables-board-open") : textOf(item)}</span>
              </li>
            ))}
          </ol>
          {list.aside.length > 0 && <p>{t("tables-board-aside", { items: listOf(list.aside.map(lineOf)) })}</p>}
          {list.agreed && <p>{t("tables-board-agreed")}</p>}
          {list.dissents > 0 && <p>{t("tables-board-dissents", { count: list.dissents })}</p>}
        </>
      )}
    </div>
  );
}
