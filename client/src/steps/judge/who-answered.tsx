import { Icon } from "../../icons.tsx";
import { Badge, Name } from "../../people.tsx";
import { all, record } from "../../store.ts";
import type { StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";

/** For the chair: who has answered, and never what. */
export function WhoAnswered({ step }: { readonly step: StepRecord }) {
  const answered = record("answered", `answered/${step.id}`)?.members ?? [];
  const people = all("member").filter((member) => member.voice && (member.here || answered.includes(member.id)));
  return (
    <ul class="people" role="list">
      {people.map(({ id }) => (
        <li key={id} class="person">
          <Badge id={id} />
          <Name id={id} />
          {answered.includes(id) ? (
            <span class="person-state done">
              <Icon name="check" />
              {t("judge-has-answered")}
            </span>
          ) : (
            <span class="person-state">{t("judge-not-yet")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
