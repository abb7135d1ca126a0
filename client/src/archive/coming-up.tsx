import { useId } from "preact/hooks";
import { Icon, type IconName } from "../icons.tsx";
import { listOf } from "../steps/names.ts";
import { dayOf } from "../steps/day.ts";
import type { Archive } from "../wire.ts";
import { t } from "../words.ts";
import { type Coming, comingUp } from "./coming.ts";
import { Fold } from "./fold.tsx";

// On a phone, the meetings themselves should be one swipe away.
const MOST_IN_SIGHT = 4;

const ICONS: Record<Coming["kind"], IconName> = {
  by: "promise",
  review: "change",
  limit: "timer",
  look: "visible",
  forget: "delete",
  meeting: "calendar",
};

/** What is due in any of my meetings: overdue things first, then day by day. */
export function ComingUp({ found }: { readonly found: readonly Archive[] }) {
  const id = useId();
  const list = comingUp(found, Date.now());
  if (list.length === 0) return null;
  return (
    <section class="stack no-print" aria-labelledby={id}>
      <h2 id={id}>{t("archive-coming")}</h2>
      <Fold class="archive-coming" most={MOST_IN_SIGHT}>
        {list.map((one) => (
          <li key={`${one.room.code} ${one.kind} ${one.day} ${one.what}`} class={one.days < 0 ? "overdue" : ""}>
            <Icon name={one.days < 0 ? "warning" : ICONS[one.kind]} />
            <p>
              <strong>{whenInWords(one)}</strong> <span class="soft">{dayOf(one.day)}</span>
              <br />
              {whatInWords(one)}
              <br />
              <a class="soft" href={`/r/${one.room.code}`}>
                {one.room.meeting.title}
              </a>
            </p>
          </li>
        ))}
      </Fold>
    </section>
  );
}

function whenInWords({ days }: Coming): string {
  return days < 0 ? t("archive-overdue", { days: -days }) : t("archive-in-days", { days });
}

function whatInWords({ kind, what, owners }: Coming): string {
  if (kind !== "by" && kind !== "review") return t(`archive-due-${kind}`, { what });
  const names = listOf(owners);
  return names ? t(`archive-due-${kind}-of`, { what, names }) : t(`archive-due-${kind}`, { what });
}
