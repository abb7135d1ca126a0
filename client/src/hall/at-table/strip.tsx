import { Icon } from "../../icons.tsx";
import { me } from "../../people.tsx";
import { t } from "../../words.ts";
import { hallPath } from "./addresses.ts";
import { atTable } from "./table.ts";

/** Which table this is, and the way to the hall; for a trainer who looks in, the way back to the desk. */
export function Strip() {
  const table = atTable();
  if (!table) return null;
  const looksIn = me()?.role === "observer";
  return (
    <nav class={`hall-strip ${looksIn ? "looks-in" : ""}`} aria-label={t("table-strip")}>
      <p>
        {looksIn && <Icon name="visible" />}
        <strong>{t(looksIn ? "table-looking-in" : "table-number", { number: table.number })}</strong>{" "}
        {table.name && <bdi>{table.name}</bdi>} <bdi class="soft">{table.title}</bdi>
      </p>
      <a class="button quiet" href={hallPath(table.hall)}>
        {t(looksIn ? "table-to-desk" : "table-to-hall")}
      </a>
    </nav>
  );
}
