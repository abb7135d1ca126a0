/** commit: who promises what, with whom, by when, and how everybody will know. */

import { me } from "../people.tsx";
import { Glossed } from "../room/glossed.tsx";
import { all, record } from "../store.ts";
import type { PromiseRecord, StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import type { Act } from "./act.ts";
import { Card, OwnerName, What } from "./commit/card.tsx";
import { Carried } from "./commit/carried.tsx";
import { keyOf } from "./commit/draft.ts";
import { Load } from "./commit/load.tsx";
import { Make } from "./commit/make.tsx";
import { OwnLines } from "./commit/own-line.tsx";
import { isMe } from "./commit/whose.ts";
import { isOpen } from "./room-state.ts";
import { useSaid } from "./said.ts";

interface Props {
  readonly step: StepRecord;
  readonly live: boolean;
}

/** First what came of earlier promises, then the new ones. */
export function Step({ step, live }: Props) {
  const commit = record("commit", `commit/${step.id}`);
  const load = record("load", `load/${step.id}`);
  const { carried, made, own } = promisesOf(step.id);
  const asked = made.filter((promise) => promise.owners.some((owner) => isMe(owner) && owner.answer === "asked")).length;
  useSaid(live && asked > 0 ? t("commit-asks-you", { count: asked }) : undefined, "commit");
  if (!commit || !load) return null;
  const open = isOpen(step, live);
  const acts = open && me() !== undefined && me()?.role !== "observer";
  return (
    <div class="stack open">
      {step.prompt && (
        <p class="task">
          <Glossed text={step.prompt} />
        </p>
      )}
      {carried.length > 0 && (
        <section class="stack close" aria-labelledby={`carried-${step.id}`}>
          <h2 id={`carried-${step.id}`}>{t("commit-carried")}</h2>
          {carried.map((promise) => (
            <Carried key={promise.promise} promise={promise} open={acts} />
          ))}
        </section>
      )}
      {asked > 0 && acts && <p class="banner">{t("commit-asks-you", { count: asked })}</p>}
      {acts && <Make commit={commit} />}
      <section class="stack close" aria-labelledby={`made-${step.id}`}>
        <h2 id={`made-${step.id}`}>{t("commit-promises", { count: made.length })}</h2>
        {made.length === 0 && <p class="soft">{t("commit-none")}</p>}
        {!made.some((promise) => promise.owners.length > 1) && <p class="hint">{t("commit-try-joint")}</p>}
        {made.map((promise) => (
          <Card key={promise.promise} commit={commit} promise={promise} open={acts} />
        ))}
      </section>
      <Load load={load} />
      {commit.personal && <OwnLines step={step.id} lines={own} open={open} />}
    </div>
  );
}

function promisesOf(step: string): Record<"carried" | "made" | "own", readonly PromiseRecord[]> {
  const found = all("promise", `promise/${step}/`);
  return {
    carried: found.filter((promise) => promise.carried),
    made: found.filter((promise) => !promise.carried && !promise.personal),
    own: found.filter((promise) => !promise.carried && promise.personal),
  };
}

// So many promises can be read from the back of a room.
const MOST_ON_WALL = 6;

/** The projector: the newest promises with their owners, and how many there are. */
export function Wall({ step }: { readonly step: StepRecord }) {
  const load = record("load", `load/${step.id}`);
  const { made } = promisesOf(step.id);
  if (!load) return null;
  return (
    <div class="stack">
      {made.length === 0 && <p class="task">{step.prompt || t("commit-none")}</p>}
      <div class="wall-promises">
        {made.slice(-MOST_ON_WALL).map((promise) => (
          <article key={promise.promise} class="promise">
            <What terms={promise.terms} joint={promise.owners.length > 1} as="h2" />
            <p class="wall-owners">
              {promise.owners.map((owner) => (
                <OwnerName key={keyOf(owner)} owner={owner} />
              ))}
            </p>
          </article>
        ))}
      </div>
      {made.length > MOST_ON_WALL && <p class="num">{t("commit-promises", { count: made.length })}</p>}
    </div>
  );
}

/** There is always room for one promise more: the desk offers the next step. */
export function nextAct(_step: StepRecord): Act | undefined {
  return undefined;
}
