import { useId } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { type Found, notAgreed } from "../open-disagreements.ts";
import type { Archive } from "../wire.ts";
import { t } from "../words.ts";

/** What is not agreed in any of my meetings, the highest stage first, and there the oldest. */
export function Disagreements({ found }: { readonly found: readonly Archive[] }) {
  const id = useId();
  const open = notAgreed(found.map(({ code, meeting }) => ({ room: code, disagreements: meeting.disagreements })));
  if (open.length === 0) return null;
  return (
    <section class="stack no-print" aria-labelledby={id}>
      <h2 id={id}>{t("mine-disagreements")}</h2>
      <ul class="stack close" role="list">
        {open.map(({ log, line }) => (
          <Open key={line.id} log={log} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Open({ log, line }: Found) {
  return (
    <li class="card stack close">
      <h3 class="archive-title">
        <a href={`/r/${log.room}`}>{line.title}</a>
      </h3>
      <p>{t("mine-stage", { stage: line.stage, name: line.stage_name, days: line.age_days })}</p>
      {line.overdue && (
        <p class="status">
          <Icon name="warning" />
          {t("mine-overdue")}
        </p>
      )}
      <p class="buttons">
        <a class="button quiet" href={`/r/${log.room}/follow?template=disagreement`}>
          <Icon name="forward" />
          {t("mine-follow-disagreement")}
        </a>
      </p>
    </li>
  );
}
