import { attempt } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { isChair, me } from "../../people.tsx";
import { all } from "../../store.ts";
import type { TurnRecord, TurnsRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { Person } from "../named.tsx";
import { isMine } from "./topic.tsx";

/** Say whether a step has somebody who presents. */
export function hasPresenter({ order, phases }: TurnsRecord): boolean {
  return order === "presenter" || phases.some((phase) => phase.presenter !== "");
}

/** Who presents: named by the chair, or by the person themselves. */
export function Presenter({ turns, open }: { readonly turns: TurnsRecord; readonly open: boolean }) {
  const own = me();
  const present = (member: string | null) => attempt({ type: "turns.present", step: turns.step, member });
  return (
    <section class="stack close" aria-label={t("turns-presenter")}>
      <p class="cluster">
        <span class="soft">{t("turns-presenter")}</span>
        {turns.presenter === null ? <span>{t("turns-presenter-none")}</span> : <Person id={turns.presenter} />}
      </p>
      {open && isChair() && <ChoosePresenter turns={turns} choose={present} />}
      {open && !isChair() && own && own.role !== "observer" && turns.presenter === null && (
        <div class="buttons">
          <DoButton label={t("turns-present-me")} run={() => present(own.id)} />
        </div>
      )}
    </section>
  );
}

interface ChooseProps {
  readonly turns: TurnsRecord;
  readonly choose: (member: string | null) => unknown;
}

function ChoosePresenter({ turns, choose }: ChooseProps) {
  return (
    <div class="field">
      <label for="turns-presenter">{t("turns-presenter-choose")}</label>
      <select
        id="turns-presenter"
        class="input"
        value={turns.presenter ?? ""}
        onChange={(event) => void choose(event.currentTarget.value || null)}
      >
        <option value="">{t("turns-presenter-none")}</option>
        {all("member")
          .filter((of) => of.role !== "observer")
          .map((of) => (
            <option key={of.id} value={of.id}>
              {of.name}
            </option>
          ))}
      </select>
    </div>
  );
}

/** After a turn the others say back what they heard; whoever spoke says whether it came back right. */
export function SayBack({ turns, turn, open }: { readonly turns: TurnsRecord; readonly turn: TurnRecord; readonly open: boolean }) {
  const may = open && (isChair() || isMine(turns, turn.item));
  const say = (said: boolean) => attempt({ type: "turns.say_back", step: turns.step, item: turn.item, said });
  return (
    <section class="stack close">
      <p class="hint">{t("turns-say-back")}</p>
      {may ? (
        <label class="check">
          <input type="checkbox" checked={turn.said_back} onChange={(event) => void say(event.currentTarget.checked)} />
          <span>{t(isChair() ? "turns-said-back-for" : "turns-said-back-me")}</span>
        </label>
      ) : (
        turn.said_back && (
          <p class="cluster">
            <Icon name="done" />
            {t("turns-said-back")}
          </p>
        )
      )}
    </section>
  );
}
