import { t } from "../../words.ts";
import { SplitStrip } from "../charts/split-strip.tsx";
import { floorRecord } from "../floor.ts";
import type { ItemSplit } from "../../wire.ts";
import { LeftOut, Stated, TooFew, Twin } from "./parts.tsx";
import { lineOf, type Place } from "./records.ts";

const GROUPS = ["splits_tables", "splits_people", "level", "too_few_to_tell"] as const;

/** Which statements split tables, which split people wherever they sit, and which neither. */
export function SplitsView({ at }: { readonly at: Place }) {
  const items = floorRecord("splits", "splits")?.items ?? [];
  if (items.length === 0) return <TooFew />;
  const groups = GROUPS.filter((verdict) => verdict !== "too_few_to_tell" || items.some((item) => item.verdict === verdict));
  return (
    <div class="stack tables-view">
      <div class={`splits at-${at}`}>
        {groups.map((verdict) => (
          <Group key={verdict} verdict={verdict} at={at} items={items.filter((item) => item.verdict === verdict)} />
        ))}
      </div>
      <p class="soft">{t("tables-splits-how")}</p>
      <LeftOut />
      <Twin
        at={at}
        caption={t("tables-splits-caption")}
        head={[t("chart-statement"), t("tables-splits-group"), t("tables-splits-between"), t("tables-splits-chance"), t("tables-splits-within"), t("tables-splits-lot")]}
        rows={items.map((item) => [
          lineOf(item.item),
          t(`tables-splits-${item.verdict}`),
          percent(item.between),
          percent(item.by_chance),
          places(item.within),
          places(item.by_lot),
        ])}
      />
    </div>
  );
}

interface GroupProps {
  readonly verdict: ItemSplit["verdict"];
  readonly at: Place;
  readonly items: readonly ItemSplit[];
}

/** On the wall, what splits nobody is only named: the room is for what there is to talk about. */
function Group({ verdict, at, items }: GroupProps) {
  const drawn = at === "hand" || verdict.startsWith("splits");
  return (
    <section class={`splits-group ${verdict}`}>
      <h3>{t(`tables-splits-${verdict}`)}</h3>
      <p class="soft">{t(`tables-splits-why-${verdict}`)}</p>
      {items.length === 0 ? (
        <p>{t("tables-splits-none")}</p>
      ) : (
        <ul role="list">
          {items.map((item) => (
            <li key={item.item}>
              <Stated item={item.item} />
              {drawn && <SplitStrip split={item} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function percent(share: number | null): string {
  return share === null ? t("tables-nothing") : t("tables-percent", { share: Math.round(share * 100) });
}

function places(spread: number | null): string {
  return spread === null ? t("tables-nothing") : t("tables-places", { places: Math.round(spread * 10) / 10 });
}
