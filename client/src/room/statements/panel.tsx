/** The list of statements as it stands: which two may be one, what each said before, and ways to word it anew. */

import { useState } from "preact/hooks";
import { Icon, type IconName } from "../../icons.tsx";
import { steersSteps } from "../../people.tsx";
import { focusSoon } from "../../steps/focus.ts";
import { isOpen } from "../../steps/room-state.ts";
import { Letter, lineOf, textOf } from "../../steps/statement.tsx";
import { record } from "../../store.ts";
import type { Likeness } from "../../wire.ts";
import { t } from "../../words.ts";
import { shownStep } from "../agenda.ts";
import { type Asked, Change } from "./change.tsx";
import { Before, NoLonger } from "./history.tsx";
import { isAnew, nearOf, standing } from "./list.ts";

/** What the alike and different step shows below its notes. */
export function Statements() {
  const [asked, setAsked] = useState<Asked>();
  const step = shownStep();
  const items = standing(record("collect", `collect/${step?.id}`)?.items ?? []);
  const pairs = record("pairs", `pairs/${step?.id}`)?.pairs ?? [];
  const ask = step && isOpen(step, true) && steersSteps() ? setAsked : undefined;
  // Whoever cannot change the list needs to see only what has changed.
  const listed = ask ? items : items.filter(isAnew);
  const close = () => {
    setAsked(undefined);
    // What was changed may have gone, and its button with it.
    focusSoon(document.getElementById(asked?.from ?? "") ? (asked?.from ?? "") : "statements");
  };
  return (
    <section class="stack" aria-labelledby="statements">
      <h2 id="statements">{t("statements-title")}</h2>
      <Pairs pairs={pairs} ask={ask} />
      {listed.length > 0 && <h3>{t(ask ? "statements-list" : "statements-anew")}</h3>}
      {ask && <p class="soft">{t("statements-list-how")}</p>}
      {listed.map((item) => (
        <article key={item} class="item">
          <Line item={item} />
          <Before item={item} />
          {ask && <Ways item={item} ask={ask} />}
        </article>
      ))}
      <NoLonger />
      {asked && <Change asked={asked} items={items} close={close} />}
    </section>
  );
}

type Ask = (asked: Asked) => void;

function Pairs({ pairs, ask }: { readonly pairs: readonly Likeness[]; readonly ask: Ask | undefined }) {
  return (
    <>
      <h3>{t("statements-pairs")}</h3>
      <p class="soft">{t(pairs.length > 0 ? "statements-pairs-how" : "statements-pairs-none")}</p>
      {pairs.map((pair) => (
        <Pair key={`${pair.first} ${pair.second}`} pair={pair} ask={ask} />
      ))}
    </>
  );
}

function Pair({ pair, ask }: { readonly pair: Likeness; readonly ask: Ask | undefined }) {
  const { first, second } = pair;
  const from = `pair-${first}-${second}`;
  return (
    <article class="item">
      <Line item={first} />
      <Line item={second} />
      <p class="item-by">{t("statements-why", { near: nearOf(pair.ranked) })}</p>
      {ask && (
        <div class="buttons">
          <Way
            id={from}
            icon="link"
            label={t("statements-merge")}
            says={t("statements-merge-says", { label: t("statements-merge"), first: lineOf(first), second: lineOf(second) })}
            press={() => ask({ way: "merge", item: first, other: second, from })}
          />
        </div>
      )}
    </article>
  );
}

function Line({ item }: { readonly item: string }) {
  return (
    <p class="strip-name">
      <Letter id={item} />
      <span>{textOf(item)}</span>
    </p>
  );
}

const WAYS = [
  ["rewrite", "edit"],
  ["merge", "link"],
  ["split", "differ"],
] as const;

function Ways({ item, ask }: { readonly item: string; readonly ask: Ask }) {
  return (
    <div class="buttons">
      {WAYS.map(([way, icon]) => (
        <Way
          key={way}
          id={`${way}-${item}`}
          icon={icon}
          label={t(`statements-way-${way}`)}
          says={t("statements-says", { label: t(`statements-way-${way}`), statement: lineOf(item) })}
          press={() => ask({ way, item, other: "", from: `${way}-${item}` })}
        />
      ))}
    </div>
  );
}

interface WayProps {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly says: string;
  readonly press: () => void;
}

function Way({ id, icon, label, says, press }: WayProps) {
  return (
    <button type="button" id={id} class="button quiet" aria-label={says} onClick={press}>
      <Icon name={icon} />
      {label}
    </button>
  );
}
