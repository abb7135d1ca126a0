/** What the chair or the recorder may say of a person: what they are here as, and how. */

import { useId, useState } from "preact/hooks";
import { attempt } from "../commands.ts";
import { Icon } from "../icons.tsx";
import { isChair, me } from "../people.tsx";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import type { Command, MemberRecord } from "../wire.ts";

type Given = Extract<Command, { type: "set_role" }>;

// What somebody may be here as, in the words of the door; the chair's place is handed over instead.
const HERE_AS: Readonly<Record<string, Pick<Given, "role" | "seat">>> = {
  professional: { role: "participant", seat: "" },
  child: { role: "family", seat: "child" },
  carer: { role: "family", seat: "carer" },
  advocate: { role: "advocate", seat: "" },
  observer: { role: "observer", seat: "" },
  recorder: { role: "recorder", seat: "" },
};
const WAYS = ["room", "video", "phone"] as const;

/** Say whether this person keeps the register. */
export function keepsRegister(): boolean {
  return isChair() || me()?.role === "recorder";
}

/** What somebody is here as, and how they take part. */
export function PersonPart({ of }: { readonly of: MemberRecord }) {
  return (
    <div class="stack">
      <Level id={of.id} />
      {of.role !== "chair" && of.role !== "deputy" && <RoleChoice of={of} />}
      {of.attends !== "proxy" && <AttendsChoice of={of} />}
    </div>
  );
}

/** At which level somebody says they work: for the chair alone, who has the record. */
function Level({ id }: { readonly id: string }) {
  const level = record("reach", `reach/${id}`)?.level;
  return level ? <p class="soft">{t("person-level", { level: t(`level-${level}`) })}</p> : null;
}

function RoleChoice({ of }: { readonly of: MemberRecord }) {
  const id = useId();
  const now = Object.entries(HERE_AS).find(([, as]) => as.role === of.role && as.seat === of.seat)?.[0];
  const change = (name: string) => {
    const as = HERE_AS[name];
    if (as) void attempt({ type: "set_role", member: of.id, ...as });
  };
  return (
    <div class="field">
      <label for={id}>{t("person-role")}</label>
      <select id={id} class="input" value={now ?? "carer"} onChange={(event) => change(event.currentTarget.value)}>
        {Object.keys(HERE_AS).map((name) => (
          <option key={name} value={name}>
            {name === "recorder" ? t("person-role-recorder") : t(`join-as-${name}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How somebody takes part; everybody may say it of themselves. */
export function AttendsChoice({ of }: { readonly of: MemberRecord }) {
  const id = useId();
  const change = (name: string) => {
    const attends = WAYS.find((way) => way === name);
    if (attends) void attempt({ type: "set_attends", member: of.id, attends });
  };
  return (
    <div class="field">
      <label for={id}>{t("person-attends")}</label>
      <select id={id} class="input" value={of.attends} onChange={(event) => change(event.currentTarget.value)}>
        {WAYS.map((way) => (
          <option key={way} value={way}>
            {t(`attends-${way}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Two entries of one person become one; the one who stays is asked first. */
export function MergeChoice({ of, done }: { readonly of: MemberRecord; readonly done: () => void }) {
  const id = useId();
  const [keep, setKeep] = useState("");
  const others = all("member").filter((other) => other.id !== of.id);
  const merge = async () => {
    const outcome = await attempt({ type: "merge", keep, drop: of.id });
    if (outcome.ok) announce(t("person-merge-asked", { name: others.find((other) => other.id === keep)?.name ?? "" }));
    if (outcome.ok) done();
  };
  return (
    <details class="more">
      <summary>{t("person-merge")}</summary>
      <div class="stack close">
        <p class="soft">{t("person-merge-text", { name: of.name })}</p>
        <div class="field">
          <label for={id}>{t("person-merge-title")}</label>
          <select id={id} class="input" value={keep} onChange={(event) => setKeep(event.currentTarget.value)}>
            <option value="" />
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}, {other.agency}
              </option>
            ))}
          </select>
        </div>
        {keep !== "" && <DoButton label={t("person-merge-do")} icon="people" run={merge} />}
      </div>
    </details>
  );
}

/** The chair thinks that I am somebody else in the room too. */
export function MergeBanner() {
  const own = me();
  const asked = all("merging").find((question) => question.keep === own?.id);
  const other = all("member").find((of) => of.id === asked?.drop);
  if (!asked || !other) return null;
  const answer = (yes: boolean) => attempt({ type: "answer_merge", drop: asked.drop, yes });
  return (
    <section class="banner">
      <Icon name="people" />
      <p>
        {t("merge-ask", { name: other.name, agency: other.agency })} {t("merge-why", { name: other.name })}
      </p>
      <div class="buttons">
        <DoButton label={t("merge-yes")} look="primary" run={() => answer(true)} />
        <DoButton label={t("merge-no")} run={() => answer(false)} />
      </div>
    </section>
  );
}
