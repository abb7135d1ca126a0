import { useId, useState } from "preact/hooks";
import { attempt } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { WallLink } from "../../room/invite.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import type { Shown } from "../../wire.ts";
import { t } from "../../words.ts";
import { hall, tableById, tableName, tables } from "./tables.ts";

type What = NonNullable<Shown["what"]>;

// In the order in which a session comes to them.
const WHATS: readonly What[] = [
  "seats",
  "cards",
  "fives",
  "distances",
  "splits",
  "journey",
  "orders",
  "alike",
  "mirror",
  "table",
  "nothing",
];

/** What the wall shows now, what it shall show next, and the way to open it. */
export function WallControl() {
  const shown = hall()?.shown;
  if (!shown) return null;
  return (
    <section class="stack" aria-labelledby="hall-wall">
      <h2 id="hall-wall">{t("sheet-wall")}</h2>
      <OnWall shown={shown} />
      <Choose shown={shown} />
      <details class="more">
        <summary>{t("hall-desk-wall-open")}</summary>
        <WallLink />
      </details>
    </section>
  );
}

/** The wall as it is now, small. */
function OnWall({ shown }: { readonly shown: Shown }) {
  return (
    <div class="hall-screen">
      <p class="note">{t("hall-desk-wall-now")}</p>
      <p>
        <strong>{nameOf(shown)}</strong>
      </p>
      <p class="hall-names note">
        <Icon name={shown.names ? "visible" : "hidden"} />
        {t(shown.names ? "hall-desk-names-on" : "hall-desk-names-off")}
      </p>
    </div>
  );
}

function nameOf({ what = "seats", table }: Shown): string {
  const found = table == null ? undefined : tableById(table);
  return found ? t("hall-desk-board-of", { table: tableName(found) }) : t(`hall-desk-show-${what}`);
}

/** Chosen first and shown then: nothing comes before sixty people by a slip of a key. */
function Choose({ shown }: { readonly shown: Shown }) {
  const id = useId();
  const [what, setWhat] = useState<What>(shown.what ?? "seats");
  const [table, setTable] = useState("");
  const [names, setNames] = useState(false);
  const of = what === "table" ? table || tables()[0]?.id || null : null;
  const bring = async () => {
    const outcome = await attempt({ type: "hall.show", what, table: of, names });
    if (outcome.ok) announce(t("hall-desk-shown"));
  };
  return (
    <div class="stack close">
      <div class="field">
        <label for={id}>{t("hall-desk-wall-next")}</label>
        <select id={id} class="input" value={what} onChange={(event) => setWhat(event.currentTarget.value as What)}>
          {WHATS.filter((each) => (each !== "table" || tables().length > 0) && (each !== "mirror" || hall()?.guesses)).map((each) => (
            <option key={each} value={each}>
              {t(`hall-desk-show-${each}`)}
            </option>
          ))}
        </select>
      </div>
      {of !== null && (
        <div class="field">
          <label for={`${id}-table`}>{t("hall-desk-which-table")}</label>
          <select id={`${id}-table`} class="input" value={of} onChange={(event) => setTable(event.currentTarget.value)}>
            {tables().map((each) => (
              <option key={each.id} value={each.id}>
                {tableName(each)}
              </option>
            ))}
          </select>
        </div>
      )}
      <label class="check">
        <input type="checkbox" checked={names} onChange={(event) => setNames(event.currentTarget.checked)} />
        <span>{t("hall-desk-with-names")}</span>
      </label>
      <div class="buttons">
        <DoButton label={t("hall-desk-show")} icon="wall" run={bring} />
      </div>
    </div>
  );
}
