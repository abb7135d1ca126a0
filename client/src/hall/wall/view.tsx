import type { Shown } from "../../wire.ts";
import { t } from "../../words.ts";
import { AlikeView } from "./alike.tsx";
import { BoardView } from "./board.tsx";
import { DistancesView } from "./distances.tsx";
import { FivesView } from "./fives.tsx";
import { JourneyView } from "./journey.tsx";
import { MirrorView } from "./mirror.tsx";
import { OrdersView } from "./orders.tsx";
import { ProgressView } from "./progress.tsx";
import { type Place, tableName } from "./records.ts";
import { SeatsView } from "./seats.tsx";
import { SplitsView } from "./splits.tsx";

interface Props {
  readonly shown: Shown;
  readonly at: Place;
}

/** What the trainer shows of the tables. */
export function View({ shown, at }: Props) {
  const { what = "seats", table = null, names = false } = shown;
  switch (what) {
    case "seats":
      return <SeatsView at={at} names={names} />;
    case "cards":
      return <ProgressView />;
    case "fives":
      return <FivesView at={at} />;
    case "distances":
      return <DistancesView at={at} />;
    case "splits":
      return <SplitsView at={at} />;
    case "journey":
      return <JourneyView at={at} />;
    case "orders":
      return <OrdersView />;
    case "alike":
      return <AlikeView at={at} />;
    case "mirror":
      return <MirrorView />;
    case "table":
      return table === null ? null : <BoardView table={table} names={names} />;
    case "nothing":
      return null;
    default:
      return what satisfies never;
  }
}

/** What a view is called. */
export function titleOf({ what = "seats", table = null }: Shown): string {
  if (what === "table" && table !== null) return tableName(table);
  return t(`tables-title-${what}`);
}
