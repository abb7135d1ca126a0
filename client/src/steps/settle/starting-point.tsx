import { useState } from "preact/hooks";
import { Icon } from "../../icons.tsx";
import { record } from "../../store.ts";
import type { BoardRecord, SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { Statement } from "../statement.tsx";
import { type Band, bandsOf, firstEmpty, slotWith } from "./board.ts";
import { PlaceDialog } from "./place-dialog.tsx";
import { put } from "./steer.ts";

interface Props {
  readonly board: BoardRecord;
  readonly slots: readonly SlotRecord[];
  /** Whether this person may put statements on the board now. */
  readonly steers: boolean;
}

/** What the answers suggest, as a starting point and never as the answer: ties stay ties. */
export function StartingPoint({ board, slots, steers }: Props) {
  const [placing, setPlacing] = useState<string>();
  const suggested = board.suggested_by !== null;
  return (
    <div class="stack">
      {suggested && <p class="soft">{t("settle-start-hint")}</p>}
      {!board.exact && <p>{t("settle-not-exact")}</p>}
      <ol role="list" class="stack">
        {bandsOf(board.bands).map((band) => (
          <li key={band.first}>
            {suggested && <p class="kicker">{bandInWords(band)}</p>}
            <div class="stack close">
              {band.items.map((item) => (
                <Candidate key={item} item={item} board={board} slots={slots} steers={steers} elsewhere={() => setPlacing(item)} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {placing !== undefined && <PlaceDialog item={placing} slots={slots} close={() => setPlacing(undefined)} />}
    </div>
  );
}

function bandInWords({ items, first, last }: Band): string {
  if (items.length === 1) return t("settle-band-one", { place: first });
  return t("settle-band-level", { first, last });
}

interface CandidateProps extends Props {
  readonly item: string;
  readonly elsewhere: () => void;
}

function Candidate({ item, board, slots, steers, elsewhere }: CandidateProps) {
  const on = slotWith(slots, item);
  return (
    <Statement id={item}>
      <Support board={board} item={item} />
      {on && (
        <p class="statement-more cluster">
          <Icon name={on.settled ? "lock" : "now"} />
          {slots.length === 1 ? t("settle-on-board-one") : t("settle-on-board", { place: on.slot + 1 })}
        </p>
      )}
      {steers && !on && <PutButtons item={item} slots={slots} elsewhere={elsewhere} />}
    </Statement>
  );
}

function PutButtons({ item, slots, elsewhere }: { readonly item: string; readonly slots: readonly SlotRecord[]; readonly elsewhere: () => void }) {
  const empty = firstEmpty(slots);
  const open = slots.filter((slot) => !slot.settled);
  if (open.length === 0) return null;
  if (slots.length === 1) {
    return (
      <div class="buttons">
        <DoButton label={t(empty ? "settle-propose" : "settle-propose-instead")} run={() => put(slots[0]!, item)} />
      </div>
    );
  }
  return (
    <div class="buttons">
      {empty && <DoButton label={t("settle-put", { place: empty.slot + 1 })} run={() => put(empty, item)} />}
      <button type="button" class="button quiet" onClick={elsewhere}>
        {t(empty ? "settle-put-elsewhere" : "settle-put-instead")}
      </button>
    </div>
  );
}

/** How many have it among their own first ones: a count, never a score. */
function Support({ board, item }: { readonly board: BoardRecord; readonly item: string }) {
  if (board.of === 0) return null;
  const chosen = (record("judge", `judge/${board.suggested_by}`)?.choose ?? 0) > 0;
  const words = chosen ? "settle-support-chosen" : "settle-support";
  return <p class="statement-more">{t(words, { count: board.support[item] ?? 0, of: board.of, slots: board.slots })}</p>;
}
