import { siteHost } from "../../http.ts";
import { JoinCode, JoinDrawing } from "../../room/invite.tsx";
import { listOf } from "../../steps/names.ts";
import { all } from "../../store.ts";
import { t } from "../../words.ts";
import { namesAt, ownTable, type Place, seatedAt, tableName, tables } from "./records.ts";

interface Props {
  readonly at: Place;
  readonly names: boolean;
}

/** The way in, and how many sit where. */
export function SeatsView({ at, names }: Props) {
  const every = tables();
  return (
    <div class={`seats-view at-${at}`}>
      {at === "wall" && (
        <div class="seats-door">
          <JoinDrawing />
          <div>
            <p>{t("wall-join", { host: siteHost() })}</p>
            <JoinCode />
            <p class="soft">{t("tables-joined", { count: joined() })}</p>
          </div>
        </div>
      )}
      {every.length === 0 && <p class="lead">{t("tables-seats-none")}</p>}
      <ul class="seats-tables" role="list">
        {every.map(({ id }) => (
          <li key={id} class={id === ownTable() ? "own" : ""}>
            <h3>{tableName(id)}</h3>
            <p>{t("tables-seated", { count: seatedAt(id) })}</p>
            {names && seatedAt(id) > 0 && <p class="seats-names">{listOf(namesAt(id))}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many have joined: wherever they are now, for they leave the hall's room for their tables. */
function joined(): number {
  return all("member").filter((of) => of.voice).length;
}
