import type { ItemSplit } from "../../wire.ts";
import { t } from "../../words.ts";
import { along } from "./shares.ts";

// Wide enough for what happens: half of all differences between tables, and a bit more than by lot.
const MOST_BETWEEN = 0.6;
const MOST_WITHIN = 1.6;

/** How differently tables placed a statement, and how differently people of one table did; chance is a tick. */
export function SplitStrip({ split }: { readonly split: ItemSplit }) {
  const { between, by_chance, within, by_lot } = split;
  return (
    <div class="split-strip" aria-hidden="true">
      <span>{t("tables-splits-between-short")}</span>
      <Bar share={between} chance={by_chance} most={MOST_BETWEEN} look="between" />
      <span>{t("tables-splits-within-short")}</span>
      <Bar share={within === null || !by_lot ? null : within / by_lot} chance={1} most={MOST_WITHIN} look="within" />
    </div>
  );
}

interface BarProps {
  readonly share: number | null;
  readonly chance: number | null;
  readonly most: number;
  readonly look: string;
}

function Bar({ share, chance, most, look }: BarProps) {
  return (
    <svg height="14">
      <line class="tables-track" x1="0" x2="100%" y1="7" y2="7" />
      {share !== null && <line class={`tables-bar ${look}`} x1="0" x2={along(share, most)} y1="7" y2="7" />}
      {chance !== null && <line class="tables-chance" x1={along(chance, most)} x2={along(chance, most)} y1="0" y2="14" />}
    </svg>
  );
}
