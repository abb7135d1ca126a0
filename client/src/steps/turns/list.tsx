import { attempt } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { all } from "../../store.ts";
import type { TurnRecord, TurnsRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Statement, textOf } from "../statement.tsx";
import { clockOf, hadTurn } from "./next.ts";

interface Props {
  readonly turns: TurnsRecord;
  readonly steers: boolean;
}

/** Return the turns of a step in the order in which they are to be had. */
export function turnsOf({ step, items }: TurnsRecord): readonly TurnRecord[] {
  const found = all("turn", `turn/${step}/`);
  return items.flatMap((item) => found.find((turn) => turn.item === item) ?? []);
}

/** All turns in order: what was talked about, what is now, and what is still to come. */
export function TurnList({ turns, steers }: Props) {
  return (
    <ol role="list" class="candidates">
      {turnsOf(turns).map((turn) => (
        <li key={turn.item} class="candidate" aria-current={turn.item === turns.now ? "true" : undefined}>
          <Statement id={turn.item}>
            <State turn={turn} now={turns.now} />
            {turn.note && <p class="statement-more">{t("turns-note", { note: turn.note })}</p>}
            {steers && turn.item !== turns.now && <TalkAbout turn={turn} />}
          </Statement>
        </li>
      ))}
    </ol>
  );
}

function State({ turn, now }: { readonly turn: TurnRecord; readonly now: string | null }) {
  if (!hadTurn(turn, now)) return null;
  const isNow = turn.item === now;
  return (
    <p class="statement-more cluster">
      <Icon name={isNow ? "now" : "done"} />
      {isNow ? t("turns-now") : t("turns-had", { time: clockOf(turn.spent) })}
    </p>
  );
}

function TalkAbout({ turn }: { readonly turn: TurnRecord }) {
  const talk = async () => {
    const outcome = await attempt({ type: "turns.talk", step: turn.step, item: turn.item });
    if (outcome.ok) focusSoon("turn-now");
  };
  return (
    <div class="buttons">
      <DoButton
        label={t("turns-talk")}
        says={t("turns-talk-says", { item: textOf(turn.item) })}
        look="quiet"
        icon="speak"
        run={talk}
      />
    </div>
  );
}
