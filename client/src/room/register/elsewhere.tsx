/** Who else holds information or influence: outside the room, and thought of all the same. */

import { attempt, newId } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { dayOf } from "../../steps/day.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import { all } from "../../store.ts";
import { t } from "../../words.ts";
import type { ElsewhereRecord } from "../../wire.ts";
import { room } from "../agenda.ts";
import { keepsRegister } from "../person-choices.tsx";
import { LineField, SelectField } from "./fields.tsx";

const GROUPS = ["peers", "family", "community", "shops", "services", "areas", "other"] as const;

/** The list by group. A group that was thought of in vain says so, and one that was not says nothing. */
export function Elsewhere() {
  const lines = all("elsewhere");
  const mayAdd = me()?.role !== "observer" && room()?.closed === null;
  return (
    <section class="stack" aria-labelledby="elsewhere-head">
      <h3 id="elsewhere-head">{t("elsewhere-head")}</h3>
      <p class="hint">{t("elsewhere-why")}</p>
      <dl class="facts">
        {GROUPS.map((group) => (
          <div key={group}>
            <dt>{t(`elsewhere-${group}`)}</dt>
            <dd>
              <Lines lines={lines.filter((of) => of.group === group)} />
            </dd>
          </div>
        ))}
      </dl>
      {mayAdd && <Form />}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly ElsewhereRecord[] }) {
  if (lines.length === 0) return <span class="soft">{t("elsewhere-open")}</span>;
  return (
    <ul role="list">
      {lines.map((of) => (
        <li key={of.line} class="split">
          <span>
            {of.who ? <bdi>{of.who}</bdi> : t("elsewhere-none")}
            {of.contact && <span class="soft"> · {t("elsewhere-by", { who: of.contact })}</span>}
            {of.by_when && <span class="soft"> · {t("elsewhere-until", { day: dayOf(of.by_when) })}</span>}
          </span>
          {(of.by === me()?.id || keepsRegister()) && room()?.closed === null && (
            <DoButton
              label={t("elsewhere-drop")}
              says={`${t("elsewhere-drop")}: ${of.who || t(`elsewhere-${of.group}`)}`}
              look="quiet"
              run={() => attempt({ type: "register.drop_elsewhere", line: of.line })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

type Line = Omit<ElsewhereRecord, "type" | "by">;

function Form() {
  const typed = draft<Line>("elsewhere");
  const now = typed.value ?? { line: newId(), group: "peers" as const, who: "", contact: "", by_when: "" };
  const edit = (change: Partial<Line>) => (typed.value = { ...now, ...change });
  const add = async (line: Line) => {
    const outcome = await attempt({ type: "register.add_elsewhere", ...line });
    if (!outcome.ok) return;
    typed.value = undefined;
    announce(t("elsewhere-added"));
  };
  return (
    <details class="more" open={typed.value !== undefined}>
      <summary>{t("elsewhere-add")}</summary>
      <div class="stack close">
        <SelectField
          label={t("elsewhere-group")}
          value={now.group}
          options={GROUPS.map((group) => [group, t(`elsewhere-${group}`)] as const)}
          change={(group) => edit({ group })}
        />
        <WordsField label={t("elsewhere-who")} value={now.who} change={(who) => edit({ who })} />
        <LineField label={t("elsewhere-contact")} value={now.contact} change={(contact) => edit({ contact })} />
        <LineField
          label={t("elsewhere-when")}
          type="date"
          value={now.by_when}
          change={(by_when) => edit({ by_when })}
        />
        <div class="buttons">
          <DoButton
            label={t("elsewhere-save")}
            look="primary"
            blocked={now.who.trim() ? undefined : t("elsewhere-needed")}
            run={() => add(now)}
          />
          <DoButton label={t("elsewhere-no")} run={() => add({ ...now, who: "", contact: "", by_when: "" })} />
        </div>
      </div>
    </details>
  );
}
