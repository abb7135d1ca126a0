import { Axis, Figure, Strip } from "../../charts/strip.tsx";
import { spreadInWords } from "../../charts/strips.tsx";
import { type Size, widestOf } from "../../charts/strips.ts";
import { now } from "../../clock.ts";
import { Icon } from "../../icons.tsx";
import { record } from "../../store.ts";
import type { TurnRecord, TurnsRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { ballotsOf, figuresOf } from "../judge/passes.ts";
import { People } from "../named.tsx";
import { Letter, textOf } from "../statement.tsx";
import { clockOf } from "./next.ts";

interface Props {
  readonly turns: TurnsRecord;
  readonly item: string;
  readonly size?: Size;
}

/** What is being talked about: big, with where people placed it and who is asked for their why. */
export function Current({ turns, item, size = "hand" }: Props) {
  const turn = record("turn", `turn/${turns.step}/${item}`);
  const talked = (turn?.spent ?? 0) + now.value - turns.since;
  return (
    <>
      <div class="turn">
        <Letter id={item} />
        <h2 class="turn-name" id="turn-now">
          {textOf(item)}
        </h2>
        <span class="timer" role="timer">
          <Icon name="timer" />
          {t("turns-talking", { time: clockOf(talked) })}
        </span>
      </div>
      {turns.of !== null && <Placed item={item} of={turns.of} size={size} />}
      {turn && turn.highest.length > 0 && <Asked turn={turn} />}
    </>
  );
}

function Placed({ item, of, size }: { readonly item: string; readonly of: string; readonly size: Size }) {
  const spreads = figuresOf(of)?.figures.spreads;
  const spread = spreads?.find((each) => each.item === item);
  if (!spreads || !spread) return null;
  return (
    <Figure label={t("turns-strip", { item: textOf(item) })}>
      <div class="strip-plot">
        <Axis of={spreads.length} size={size} />
        <Strip spread={spread} of={spreads.length} ballots={ballotsOf(of)} size={size} />
      </div>
      <p class="soft">{spreadInWords(spread, widestOf(spreads).includes(item))}</p>
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
