/** turns: one thing talked about at a time, with who is asked for their why, and a note. */

import { attempt, send } from "../commands.ts";
import { isChair, me } from "../people.tsx";
import { record } from "../store.ts";
import type { StepRecord, TurnsRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act } from "./act.ts";
import { DoButton } from "./do-button.tsx";
import { halted, isOpen } from "./room-state.ts";
import { useSaid } from "./said.ts";
import { letterOf, textOf } from "./statement.tsx";
import { Current } from "./turns/current.tsx";
import { Keep } from "./turns/keep.tsx";
import { TurnList, turnsOf } from "./turns/list.tsx";
import { nextItem } from "./turns/next.ts";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** Talk about one statement at a time. */
export function Step({ step, live }: Props) {
  const turns = record("turns", `turns/${step.id}`);
  const news = live && turns?.now && !isChair() ? t("turns-news", { item: textOf(turns.now) }) : undefined;
  useSaid(news, "turns");
  if (!turns) return null;
  const open = isOpen(step, live);
  const steers = open && isChair() && halted() === undefined;
  return (
    <div class="stack">
      <p class="task">{step.prompt}</p>
      {turns.now !== null && <Talk turns={turns} item={turns.now} open={open} steers={steers} />}
      {turns.order === "widest" && <p class="hint">{t("turns-widest-first")}</p>}
      <TurnList turns={turns} steers={steers} />
    </div>
  );
}

interface TalkProps {
  readonly turns: TurnsRecord;
  readonly item: string;
  readonly open: boolean;
  readonly steers: boolean;
}

function Talk({ turns, item, open, steers }: TalkProps) {
  const turn = record("turn", `turn/${turns.step}/${item}`);
  const role = me()?.role ?? "";
  const writes = open && ["chair", "deputy", "recorder"].includes(role);
  return (
    <section class="stack">
      <Current turns={turns} item={item} />
      {turn && writes && <Keep key={item} turn={turn} />}
      {turn?.note && !writes && <p>{t("turns-note", { note: turn.note })}</p>}
      {steers && (
        <div class="buttons">
          <DoButton label={t("turns-stop")} look="quiet" run={() => attempt({ type: "turns.talk", step: turns.step, item: null })} />
        </div>
      )}
    </section>
  );
}

/** The projector: what is being talked about, and nothing else. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const turns = record("turns", `turns/${step.id}`);
  if (!turns) return null;
  return (
    <div class="stack">
      {turns.now === null ? <p class="task">{step.prompt}</p> : <Current turns={turns} item={turns.now} size="wall" />}
    </div>
  );
}

/** The chair's next act: turn to the next statement, until all have had their turn. */
export function nextAct(step: StepRecord): Act | undefined {
  const turns = record("turns", `turns/${step.id}`);
  if (!turns) return undefined;
  const item = nextItem(turns, turnsOf(turns));
  if (item === undefined) return undefined;
  const words = turns.now === null ? "turns-act-first" : "turns-act-next";
  return {
    label: t(words, { letter: letterOf(item) }),
    run: () => send({ type: "turns.talk", step: step.id, item }),
  };
}
