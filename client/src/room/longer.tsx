import { attempt } from "../commands.ts";
import { Icon } from "../icons.tsx";
import { isChair, me, member } from "../people.tsx";
import { announce } from "../status.ts";
import { Person } from "../steps/named.tsx";
import { useSaid } from "../steps/said.ts";
import { record } from "../store.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";

/** "I need longer": the chair sees it, and nobody else. */
export function Longer({ step }: { readonly step: string }) {
  const own = me();
  const wanted = record("my_longer", `my_longer/${step}`) !== undefined;
  if (!own || own.role === "observer" || isChair()) return null;
  const toggle = async () => {
    const outcome = await attempt({ type: "remark.longer", step, wanted: !wanted });
    if (outcome.ok) announce(t(wanted ? "longer-down-said" : "longer-up-said"));
  };
  return (
    <div class="buttons">
      <button type="button" class="button quiet" aria-pressed={wanted} onClick={() => void toggle()}>
        <Icon name="wait" />
        {t("longer-ask")}
      </button>
    </div>
  );
}

/** Who needs longer in the current step, for the chair. */
export function WhoNeedsLonger() {
  const step = room()?.current ?? "";
  const members = (record("longer", `longer/${step}`)?.members ?? []).filter((id) => member(id));
  useSaid(members.length > 0 ? t("longer-news", { count: members.length }) : undefined, "longer");
  if (members.length === 0) return null;
  const given = (id: string) => attempt({ type: "remark.longer", step, wanted: false, member: id });
  return (
    <section class="card active">
      <h2 class="kicker">{t("longer-who")}</h2>
      <ul class="people" role="list">
        {members.map((id) => (
          <li key={id} class="split">
            <Person id={id} />
            <button type="button" class="button" onClick={() => void given(id)}>
              {t("longer-given")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
