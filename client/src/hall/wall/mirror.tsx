import { t } from "../../words.ts";
import { type Cell, Heat, HeatKey } from "../charts/heat.tsx";
import { ofHundred, shadeOf } from "../charts/shares.ts";
import { floorRecord } from "../floor.ts";
import type { MirrorRecord } from "../../wire.ts";

// A guess that is this much further off than people are among themselves is as dark as it gets.
const MOST_SURPRISE = 0.35;

/** How far each agency's guess of another was from how that one ranked; never by person. */
export function MirrorView() {
  const mirror = floorRecord("mirror", "mirror");
  if (!mirror || mirror.cells.length === 0) return <p class="lead">{t("tables-mirror-none")}</p>;
  const { agencies } = mirror;
  return (
    <div class="stack tables-view">
      <Heat
        wide
        caption={t("tables-mirror-caption")}
        corner={t("tables-mirror-corner")}
        columns={agencies}
        rows={agencies.map((of) => ({ name: of, cells: agencies.map((about) => cell(mirror, of, about)) }))}
      />
      <p class="heat-keys">
        <HeatKey look="shade-0">{t("tables-mirror-key-low")}</HeatKey>
        <HeatKey look="marked">{t("tables-mirror-clear")}</HeatKey>
        {mirror.hidden > 0 && <HeatKey look="missing">{t("tables-mirror-hidden", { count: mirror.hidden })}</HeatKey>}
      </p>
      <p class="soft">{t("tables-mirror-how")}</p>
    </div>
  );
}

function cell({ cells }: MirrorRecord, of: string, about: string): Cell {
  const found = cells.find((each) => each.of === of && each.about === about);
  if (found) {
    const note = t("tables-mirror-guesses", { count: found.guesses });
    const marked = found.clear && ({ look: "marked", says: t("tables-mirror-clear") } as const);
    return { number: String(ofHundred(found.surprise)), shade: shadeOf(found.surprise, MOST_SURPRISE), note, ...marked };
  }
  if (of === about) return { number: "", shade: 0, look: "own", says: t("tables-mirror-self") };
  return { number: "–", shade: 0, look: "missing", says: t("tables-mirror-missing") };
}
