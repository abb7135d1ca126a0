import { Axis, Figure, Strip } from "../../charts/strip.tsx";
import { spreadInWords } from "../../charts/strips.tsx";
import { type Size, widestOf } from "../../charts/strips.ts";
import { now } from "../../clock.ts";
import { Icon } from "../../icons.tsx";
import { record } from "../../store.ts";
import type { TurnRecord, TurnsRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { figuresOf } from "../judge/passes.ts";
import { voicesOf } from "../judge/voices.ts";
import { People } from "../named.tsx";
import { textOf } from "../statement.tsx";
import { clockOf, leftOf, limitOf } from "./next.ts";
import { nameOf, TopicMark } from "./topic.tsx";

interface Props {
  readonly turns: TurnsRecord;
  readonly item: string;
  readonly size?: Size;
}

/** What is being talked about, or who speaks: big, with the time, and who is asked for their why. */
export function Current({ turns, item, size = "hand" }: Props) {
  const turn = record("turn", `turn/${turns.step}/${item}`);
  return (
    <>
      <div class={turns.by === "people" || turns.by === "agencies" ? "turn plain" : "turn"}>
        <TopicMark turns={turns} item={item} />
        <h2 class="turn-name" id="turn-now">
          {nameOf(turns, item)}
        </h2>
        <TurnTime turns={turns} item={item} />
      </div>
      {turns.by === "phases" && <PhaseText turns={turns} item={item} />}
      {turns.of !== null && <Placed item={item} of={turns.of} size={size} />}
      {turn && turn.highest.length > 0 && <Asked turn={turn} />}
    </>
  );
}

/** How long the turn has taken, or how much of it is left. Silent; its end cuts nobody off. */
function TurnTime({ turns, item }: { readonly turns: TurnsRecord; readonly item: string }) {
  const turn = record("turn", `turn/${turns.step}/${item}`);
  const running = record("room", "room")?.paused ? 0 : now.value - turns.since;
  const talked = (turn?.spent ?? 0) + Math.max(0, running);
  const limit = limitOf(turns, item);
  const left = leftOf(limit, turn?.times ?? 1, talked);
  const text =
    limit === 0
      ? t("turns-talking", { time: clockOf(talked) })
      : left > 0
        ? t("turns-left", { time: clockOf(left + 999) })
        : t("turns-over");
  return (
    <span class={`timer ${limit > 0 && left <= 0 ? "over" : ""}`} role="timer">
      <Icon name="timer" />
      {text}
    </span>
  );
}

/** What a phase asks, and what its presenter does in it. */
function PhaseText({ turns, item }: { readonly turns: TurnsRecord; readonly item: string }) {
  const phase = turns.phases[Number(item)];
  if (!phase) return null;
  return (
    <>
      {phase.prompt && <p class="lead">{phase.prompt}</p>}
      {phase.presenter !== "" && <p class="hint">{t(`turns-presenter-${phase.presenter}`)}</p>}
    </>
  );
}

function Placed({ item, of, size }: { readonly item: string; readonly of: string; readonly size: Size }) {
  const spreads = figuresOf(of)?.figures.spreads;
  const spread = spreads?.find((each) => each.item === item);
  if (!spreads || !spread) return null;
  const voices = voicesOf(of);
  return (
    <Figure label={t("turns-strip", { item: textOf(item) })}>
      <div class="strip-plot">
        <Axis of={spreads.length} size={size} />
        <Strip spread={spread} of={spreads.length} ballots={voices} size={size} />
      </div>
      <p class="soft">{spreadInWords(spread, widestOf(spreads).includes(item), voices.length)}</p>
    </Figure>
  );
}

/** The people at both ends are asked, by name where there is one; they may know what others do not. */
function Asked({ turn }: { readonly turn: TurnRecord }) {
  return (
    <section class="stack close">
      <h3>{t("turns-why")}</h3>
      <div class="pair">
        <div>
          <p class="kicker">{t("turns-highest")}</p>
          <People ids={turn.highest} />
        </div>
        <div>
          <p class="kicker">{t("turns-lowest")}</p>
          <People ids={turn.lowest} />
        </div>
      </div>
    </section>
  );
}
