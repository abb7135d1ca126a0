import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../../icons.tsx";
import type { BoardRecord, SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { isWeighed, PreviewButton } from "../collect/preview.tsx";
import { DoButton } from "../do-button.tsx";
import { placeWord } from "../places.ts";
import { Statement, textOf } from "../statement.tsx";
import { type Band, bandsOf, firstEmpty, slotWith } from "./board.ts";
import { GroundsOf } from "./grounds.tsx";
import { PlaceDialog } from "./place-dialog.tsx";
import { isChoice } from "./records.ts";
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
  const show = (item: string) => (
    <Candidate key={item} item={item} board={board} slots={slots} steers={steers} elsewhere={() => setPlacing(item)} />
  );
  return (
    <div class="stack">
      {board.suggested_by !== null && <p class="soft">{t(isChoice(board) ? "settle-start-chosen" : "settle-start-ranked")}</p>}
      {!board.exact && <p>{t("settle-not-exact")}</p>}
      <ol role="list" class="stack">
        {bandsOf(board.bands).map((band) => (
          <BandList key={band.first} band={band} board={board} show={show} />
        ))}
      </ol>
      <GroundsOf board={board} />
      {placing !== undefined && <PlaceDialog item={placing} slots={slots} close={() => setPlacing(undefined)} />}
    </div>
  );
}

interface BandProps {
  readonly band: Band;
  readonly board: BoardRecord;
  readonly show: (item: string) => VNode;
}

function BandList({ band, board, show }: BandProps) {
  const list = <div class="candidates">{band.items.map(show)}</div>;
  if (board.suggested_by === null) return <li>{list}</li>;
  if (isChoice(board) && !band.items.some((item) => board.support[item])) {
    return (
      <li>
        <details class="more">
          <summary>{t("bars-others", { count: band.items.length })}</summary>
          {list}
        </details>
      </li>
    );
  }
  return (
    <li class="stack close">
      <p class="kicker">{bandInWords(band)}</p>
      {list}
    </li>
  );
}

/** Say which place a band has, and that no order is claimed inside it. */
export function bandInWords({ items, first, last }: Band): string {
  if (items.length === 1) return placeWord(first);
  return t("settle-band-level", { first: placeWord(first), last: placeWord(last) });
}

interface CandidateProps extends Props {
  readonly item: string;
  readonly elsewhere: () => void;
}

function Candidate({ item, board, slots, steers, elsewhere }: CandidateProps) {
  const on = slotWith(slots, item);
  return (
    <div class="candidate">
      <Statement id={item}>
        <Support board={board} item={item} />
        {on && (
          <p class="statement-more cluster">
            <Icon name={on.settled ? "lock" : "now"} />
            {slots.length === 1 ? t("settle-on-board-one") : t("settle-on-board", { place: on.slot + 1 })}
          </p>
        )}
        {!on && isWeighed(item) && (
          <div class="statement-more">
            <PreviewButton item={item} />
          </div>
        )}
        {steers && !on && <PutButtons item={item} slots={slots} elsewhere={elsewhere} />}
      </Statement>
    </div>
  );
}

function PutButtons({ item, slots, elsewhere }: Pick<CandidateProps, "item" | "slots" | "elsewhere">) {
  const empty = firstEmpty(slots);
  const open = slots.filter((slot) => !slot.settled);
  if (open.length === 0) return null;
  if (slots.length === 1) {
    const label = t(empty ? "settle-propose" : "settle-propose-instead");
    return (
      <div class="buttons">
        <DoButton label={label} says={t("settle-says", { label, item: textOf(item) })} run={() => put(slots[0]!, item)} />
      </div>
    );
  }
  const other = t(empty ? "settle-put-elsewhere" : "settle-put-instead");
  return (
    <div class="buttons">
      {empty && (
        <DoButton
          label={t("settle-put", { place: empty.slot + 1 })}
          says={t("settle-says", { label: t("settle-put", { place: empty.slot + 1 }), item: textOf(item) })}
          run={() => put(empty, item)}
        />
      )}
      <button type="button" class="button quiet" aria-label={t("settle-says", { label: other, item: textOf(item) })} onClick={elsewhere}>
        {other}
      </button>
    </div>
  );
}

/** How many have it among their own first ones: a count, never a score. */
function Support({ board, item }: { readonly board: BoardRecord; readonly item: string }) {
  if (board.of === 0) return null;
  const words = isChoice(board) ? "settle-support-chosen" : "settle-support";
  return <p class="statement-more">{t(words, { count: board.support[item] ?? 0, of: board.of, slots: board.slots })}</p>;
}
