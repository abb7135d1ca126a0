import { ballotsOf, figuresOf } from "../judge/passes.ts";
import { Axis, Figure, Strip } from "../../charts/strip.tsx";
import { spreadInWords } from "../../charts/strips.tsx";
import { widestOf } from "../../charts/strips.ts";
import { now } from "../../clock.ts";
import { Icon } from "../../icons.tsx";
import { Badge, Name } from "../../people.tsx";
import { record } from "../../store.ts";
import type { TurnRecord, TurnsRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Letter, textOf } from "../statement.tsx";
import { clockOf } from "./next.ts";

/** What is being talked about: big, with where people placed it and who is asked for their why. */
export function Current({ turns, item }: { readonly turns: TurnsRecord; readonly item: string }) {
  const turn = record("turn", `turn/${turns.step}/${item}`);
  const talked = (turn?.spent ?? 0) + now.value - turns.since;
  return (
    <>
      <div class="turn">
        <Letter id={item} />
        <h2 class="turn-name" id="turn-now" tabIndex={-1}>
          {textOf(item)}
        </h2>
        <span class="timer" role="timer">
          <Icon name="timer" />
          {t("turns-talking", { time: clockOf(talked) })}
        </span>
      </div>
      {turns.of !== null && <Placed item={item} of={turns.of} />}
      {turn && turn.highest.length > 0 && <Askers turn={turn} />}
    </>
  );
}

function Placed({ item, of }: { readonly item: string; readonly of: string }) {
  const spreads = figuresOf(of)?.figures.spreads;
  const spread = spreads?.find((each) => each.item === item);
  if (!spreads || !spread) return null;
  return (
    <Figure label={t("turns-strip", { item: textOf(item) })}>
      <div class="strip-plot">
        <Axis of={spreads.length} />
        <Strip spread={spread} of={spreads.length} ballots={ballotsOf(of)} />
      </div>
      <p class="strip-says">{spreadInWords(spread, widestOf(spreads).includes(item))}</p>
    </Figure>
  );
}

/** The people at both ends are asked, by name where there is one; they may know what others do not. */
function Askers({ turn }: { readonly turn: TurnRecord }) {
  return (
    <section class="stack close">
      <h3>{t("turns-why")}</h3>
      <dl class="facts">
        <Asked words="turns-highest" people={turn.highest} />
        <Asked words="turns-lowest" people={turn.lowest} />
      </dl>
    </section>
  );
}

function Asked({ words, people }: { readonly words: string; readonly people: readonly string[] }) {
  return (
    <>
      <dt>{t(words)}</dt>
      <dd class="badges">
        {people.map((id) => (
          <span key={id} class="cluster">
            <Badge id={id} />
            <Name id={id} />
          </span>
        ))}
      </dd>
    </>
  );
}
