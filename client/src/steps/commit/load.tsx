import { Icon } from "../../icons.tsx";
import type { LoadRecord } from "../../wire.ts";
import { t } from "../../words.ts";

/** How much each agency has taken on: words and counts, with a bar that says the same. */
export function Load({ load }: { readonly load: LoadRecord }) {
  const heavy = load.agencies.find((agency) => agency.heavy);
  const most = load.agencies[0]?.promises ?? 1;
  if (load.agencies.length === 0) return null;
  return (
    <section class="stack close" aria-labelledby={`load-${load.step}`}>
      <h2 id={`load-${load.step}`}>{t("commit-load")}</h2>
      {heavy && (
        <p class="load-heavy">
          <Icon name="scale" />
          {t("commit-load-heavy", { agency: heavy.agency })}
        </p>
      )}
      <ul class="load" role="list">
        {load.agencies.map(({ agency, promises }) => (
          <li key={agency} class="load-line">
            <bdi>{agency}</bdi>
            <span class="num">{t("commit-load-count", { count: promises })}</span>
            <svg class="load-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(100 * promises) / most} height="8" />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
