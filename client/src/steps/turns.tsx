/** turns: one thing, person, agency or phase at a time, with its time and a note. */

import { attempt, send } from "../commands.ts";
import { isChair, keepsRecord, steersSteps } from "../people.tsx";
import { Glossed } from "../room/glossed.tsx";
import { Longer } from "../room/longer.tsx";
import { Remarks } from "../room/remarks.tsx";
import { record } from "../store.ts";
import type { StepRecord, TurnsRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act } from "./act.ts";
import { DoButton } from "./do-button.tsx";
import { halted, isOpen } from "./room-state.ts";
import { useSaid } from "./said.ts";
import { hasPresenter, Presenter, SayBack } from "./turns/beside.tsx";
import { Current } from "./turns/current.tsx";
import { Keep } from "./turns/keep.tsx";
import { TurnList, turnsOf } from "./turns/list.tsx";
import { nextItem } from "./turns/next.ts";
import { isMine, nameOf, raisedFor, shortNameOf } from "./turns/topic.tsx";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** Speak in turn, or talk about one statement at a time. */
export function Step({ step, live }: Props) {
  const turns = record("turns", `turns/${step.id}`);
  useSaid(live && turns ? newsOf(turns) : undefined, "turns");
  if (!turns) return null;
  const open = isOpen(step, live);
  const steers = open && steersSteps() && halted() === undefined;
  return (
    <div class="stack">
      <p class="task">
        <Glossed text={step.prompt} />
      </p>
      {hasPresenter(turns) && <Presenter turns={turns} open={open} />}
      {turns.now !== null && <Talk turns={turns} item={turns.now} open={open} steers={steers} />}
      {open && <Longer step={step.id} />}
      {turns.order !== "listed" && <p class="hint">{t(`turns-order-${turns.order}`)}</p>}
      <TurnList turns={turns} steers={steers} />
    </div>
  );
}

/** What is said of the talk to whoever listens to the page: their own turn, or whose it is. */
function newsOf(turns: TurnsRecord): string | undefined {
  if (turns.now === null || isChair()) return undefined;
  if (isMine(turns, turns.now)) return t("turns-news-mine");
  const words = turns.by === "people" || turns.by === "agencies" ? "turns-news-speaks" : "turns-news";
  return t(words, { item: nameOf(turns, turns.now) });
}

interface TalkProps {
  readonly turns: TurnsRecord;
  readonly item: string;
  readonly open: boolean;
  readonly steers: boolean;
}

function Talk({ turns, item, open, steers }: TalkProps) {
  const turn = record("turn", `turn/${turns.step}/${item}`);
  const writes = open && keepsRecord();
  return (
    <section class="stack">
      {open && isMine(turns, item) && <p class="banner">{t("turns-yours")}</p>}
      <Current turns={turns} item={item} />
      {turn && turns.back_to && <SayBack turns={turns} turn={turn} open={open} />}
      {turn && writes && <Keep key={item} turn={turn} />}
      {turn?.note && !writes && <p>{t("turns-note", { note: turn.note })}</p>}
      {turns.by === "items" && <Remarks step={turns.step} about={item} quote={nameOf(turns, item)} />}
      {steers && (
        <div class="buttons">
          <DoButton label={t("turns-stop")} look="quiet" run={() => attempt({ type: "turns.talk", step: turns.step, item: null })} />
        </div>
      )}
    </section>
  );
}

/** The projector: what is being talked about or who speaks, and nothing else. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const turns = record("turns", `turns/${step.id}`);
  if (!turns) return null;
  return (
    <div class="stack">
      {turns.now === null ? <p class="task">{step.prompt}</p> : <Current turns={turns} item={turns.now} size="wall" />}
    </div>
  );
}

/** The chair's next act: give the next turn, until all have had theirs. */
export function nextAct(step: StepRecord): Act | undefined {
  const turns = record("turns", `turns/${step.id}`);
  if (!turns) return undefined;
  const item = nextItem(turns, turnsOf(turns), raisedFor(turns));
  if (item === undefined) return undefined;
  const words = turns.now === null ? "turns-act-first" : "turns-act-next";
  return {
    label: t(words, { letter: shortNameOf(turns, item) }),
    run: () => send({ type: "turns.talk", step: step.id, item }),
  };
}
