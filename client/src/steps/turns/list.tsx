import { useState } from "preact/hooks";
import { attempt } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { ask } from "../../room/confirm.tsx";
import { all } from "../../store.ts";
import type { TurnRecord, TurnsRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { clockOf, hadTurn, reached } from "./next.ts";
import { nameOf, Topic } from "./topic.tsx";

interface Props {
  readonly turns: TurnsRecord;
  readonly steers: boolean;
}

// As many people as still fit a phone without a long way down; more are folded away for a hall.
const MANY = 30;

/** Return the turns of a step in the order in which they are to be had. */
export function turnsOf({ step, items }: TurnsRecord): readonly TurnRecord[] {
  const found = new Map(all("turn", `turn/${step}/`).map((turn) => [turn.item, turn]));
  return items.flatMap((item) => found.get(item) ?? []);
}

/** All turns in order: what was talked about, what is now, and what is still to come. */
export function TurnList({ turns, steers }: Props) {
  const [whole, setWhole] = useState(false);
  const records = turnsOf(turns);
  const last = reached(turns, records);
  const shown = whole ? records : records.slice(0, MANY);
  return (
    <>
      <ol role="list" class="candidates">
        {shown.map((turn, at) => (
          <li key={turn.item} class="candidate" aria-current={turn.item === turns.now ? "true" : undefined}>
            <Topic turns={turns} item={turn.item}>
              <State turns={turns} turn={turn} />
              {turn.note && <p class="statement-more">{t("turns-note", { note: turn.note })}</p>}
              {steers && turn.item !== turns.now && (
                <TalkAbout turns={turns} turn={turn} skips={turns.by === "phases" && at > last + 1} />
              )}
            </Topic>
          </li>
        ))}
      </ol>
      {shown.length < records.length && (
        <button type="button" class="button quiet" onClick={() => setWhole(true)}>
          {t("turns-all", { count: records.length })}
        </button>
      )}
    </>
  );
}

function State({ turns, turn }: { readonly turns: TurnsRecord; readonly turn: TurnRecord }) {
  const people = turns.by === "people" || turns.by === "agencies";
  if (!hadTurn(turn, turns.now)) {
    return people ? (
      <p class="statement-more cluster">
        <Icon name="upcoming" />
        {t("turns-not-yet")}
      </p>
    ) : null;
  }
  const isNow = turn.item === turns.now;
  const words = isNow ? (people ? "turns-speaks" : "turns-now") : people ? "turns-spoke" : "turns-had";
  return (
    <p class="statement-more cluster">
      <Icon name={isNow ? "now" : "done"} />
      {t(words, { time: clockOf(turn.spent) })}
      {turn.said_back && <span>{t("turns-said-back")}</span>}
    </p>
  );
}

interface TalkProps {
  readonly turns: TurnsRecord;
  readonly turn: TurnRecord;
  readonly skips: boolean;
}

/** Give a turn. A phase that leaves others out is asked about first, and names them. */
function TalkAbout({ turns, turn, skips }: TalkProps) {
  const name = nameOf(turns, turn.item);
  const give = async (skip: boolean) => {
    const outcome = await attempt({ type: "turns.talk", step: turns.step, item: turn.item, skip });
    if (outcome.ok) focusSoon("turn-now");
  };
  const press = () => {
    if (!skips) return give(false);
    return ask({
      title: t("turns-skip-title", { name }),
      text: t("turns-skip-text"),
      label: t("turns-skip-yes", { name }),
      run: () => give(true),
    });
  };
  return (
    <div class="buttons">
      <DoButton
        label={t(labelOf(turns, turn, skips))}
        says={t("turns-talk-says", { action: t(labelOf(turns, turn, skips)), item: name })}
        look="quiet"
        icon="speak"
        run={press}
      />
    </div>
  );
}

function labelOf({ by, now }: TurnsRecord, turn: TurnRecord, skips: boolean): string {
  if (by === "items") return "turns-talk";
  if (by !== "phases") return turn.times > 0 ? "turns-give-again" : "turns-give";
  return skips ? "turns-skip" : hadTurn(turn, now) ? "turns-go-back" : "turns-begin";
}
