/** The door of a case room, for those who may open it: who waits, and who is let in. */

import { attempt } from "../commands.ts";
import { Icon } from "../icons.tsx";
import { all } from "../store.ts";
import { DoButton } from "../steps/do-button.tsx";
import { t } from "../words.ts";
import type { WaitingRecord } from "../wire.ts";
import { ask } from "./confirm.tsx";
import { aboutPerson } from "./part-taken.ts";

/** Those who wait, whatever step it is; nothing for those who may not let anybody in. */
export function Door() {
  const waiting = all("waiting");
  if (waiting.length === 0) return null;
  return (
    <section class="banner door" aria-labelledby="door-head">
      <div class="split">
        <h2 class="status" id="door-head">
          <Icon name="admit" />
          <span>{t("door-waiting", { count: waiting.length })}</span>
        </h2>
        {waiting.length > 1 && (
          <DoButton label={t("door-admit-all")} icon="admit" run={() => attempt({ type: "admit_all" })} />
        )}
      </div>
      <ul class="people" role="list">
        {waiting.map((of) => (
          <AtTheDoor key={of.id} of={of} />
        ))}
      </ul>
    </section>
  );
}

function AtTheDoor({ of }: { readonly of: WaitingRecord }) {
  return (
    <li class="split">
      <div>
        <p class="person-name">
          <bdi>{of.name}</bdi>
        </p>
        <p class="person-about">
          <bdi>{aboutPerson(of, true)}</bdi>
        </p>
      </div>
      <div class="buttons">
        <DoButton
          label={t("door-admit")}
          says={`${t("door-admit")}: ${of.name}`}
          look="primary"
          run={() => attempt({ type: "admit", member: of.id })}
        />
        <DoButton
          label={t("door-turn-away")}
          says={`${t("door-turn-away")}: ${of.name}`}
          look="quiet"
          run={() => askToTurnAway(of)}
        />
      </div>
    </li>
  );
}

function askToTurnAway(of: WaitingRecord): void {
  ask({
    title: t("door-turn-away-title", { name: of.name }),
    text: t("door-turn-away-text"),
    label: t("door-turn-away-yes"),
    danger: true,
    run: () => attempt({ type: "turn_away", member: of.id }),
  });
}
