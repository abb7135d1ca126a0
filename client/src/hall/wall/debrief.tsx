/** The same views in the hand: all of them for the trainer, and what is on the wall for everybody. */

import { useEffect, useId, useState } from "preact/hooks";
import { DoButton } from "../../steps/do-button.tsx";
import { attempt } from "../../commands.ts";
import { room } from "../../room/agenda.ts";
import { t } from "../../words.ts";
import { followFloor } from "../floor-line.ts";
import type { Shown } from "../../wire.ts";
import { questionFor } from "./ask.ts";
import { Ask, Busy } from "./parts.tsx";
import { hall } from "./records.ts";
import { titleOf, View } from "./view.tsx";

const VIEWS = ["fives", "distances", "splits", "journey", "orders", "alike", "mirror"] as const;
type What = (typeof VIEWS)[number];

/** For the trainer: every view, one at a time, with its question and the way to the wall. */
export function Debrief() {
  const [what, setWhat] = useState<What>("fives");
  return (
    <section class="stack hall-debrief" aria-label={t("tables-debrief")}>
      <nav class="debrief-ways" aria-label={t("tables-debrief-views")}>
        {VIEWS.filter((each) => each !== "mirror" || hall()?.guesses).map((each) => (
          <button key={each} type="button" class="button" aria-pressed={each === what} onClick={() => setWhat(each)}>
            {t(`tables-short-${each}`)}
          </button>
        ))}
      </nav>
      <Shows shown={{ what }}>
        <ToWall what={what} />
      </Shows>
    </section>
  );
}

function ToWall({ what }: { readonly what: What }) {
  if (room()?.closed !== null) return null;
  if (hall()?.shown.what === what) return <p class="soft">{t("tables-on-wall-now")}</p>;
  return (
    <DoButton icon="wall" label={t("tables-to-wall")} run={() => attempt({ type: "hall.show", what, table: null, names: false })} />
  );
}

/** For everybody: what is on the wall now, on their own screen, once they ask for it. */
export function OnTheWall() {
  const [open, setOpen] = useState(false);
  const shown = hall()?.shown ?? {};
  const { what = "seats" } = shown;
  if (what === "seats" || what === "nothing") return null;
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("tables-on-wall", { title: titleOf(shown) })}</summary>
      {open && <Followed shown={shown} />}
    </details>
  );
}

function Followed({ shown }: { readonly shown: Shown }) {
  useEffect(followFloor, []);
  return <Shows shown={shown} />;
}

function Shows({ shown, children }: { readonly shown: Shown; readonly children?: preact.ComponentChildren }) {
  const id = useId();
  return (
    <section class="stack" aria-labelledby={id}>
      <div class="split">
        <h2 id={id}>{titleOf(shown)}</h2>
        {children}
      </div>
      <Busy />
      <Ask words={questionFor(shown)} />
      <View key={`${shown.what} ${shown.table}`} shown={shown} at="hand" />
    </section>
  );
}
