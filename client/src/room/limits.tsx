import { dayAt } from "../steps/day.ts";
import { record } from "../store.ts";
import { t } from "../words.ts";

/** What the local rules want done after this meeting, and by when. */
export function Limits() {
  const found = record("limits", "limits");
  if (!found) return null;
  return (
    <details class="more">
      <summary>{t("limits-head")}</summary>
      <ul class="stack close">
        {found.limits.map((limit) => (
          <li key={limit.title}>
            {limit.title}: <strong>{dayAt(limit.by)}</strong>
          </li>
        ))}
      </ul>
      <p class="soft">{t("limits-edition", { edition: found.edition })}</p>
    </details>
  );
}
