import { Icon } from "../../icons.tsx";
import { all } from "../../store.ts";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Person } from "../named.tsx";
import { ICONS } from "./stance.ts";

/** What people said of an earlier wording: kept in sight, and not counted. */
export function EarlierWording({ slot }: { readonly slot: SlotRecord }) {
  const said = all("earlier", `earlier/${slot.step}/${slot.slot}/`);
  if (said.length === 0) return null;
  return (
    <details class="more">
      <summary>{t("text-earlier", { count: said.length })}</summary>
      <div class="stack close">
        <p class="soft">{t("text-earlier-why")}</p>
        <ul class="named-list" role="list">
          {said.map(({ member, word, note }) => (
            <li key={member} class={note ? "with-words" : ""}>
              <Person id={member} />
              <span class="cluster">
                <Icon name={ICONS[word]} />
                {t(`stance-${word}`)}
              </span>
              {note && <blockquote class="words">{note}</blockquote>}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
