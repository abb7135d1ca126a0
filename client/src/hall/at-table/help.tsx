import { attempt } from "../../commands.ts";
import { hasVoice } from "../../people.tsx";
import { room } from "../../room/agenda.ts";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { t } from "../../words.ts";
import { atTable, chairless } from "./table.ts";

/** Ask the trainer to come, and take the chair where nobody has it: under More, and on a chair's desk. */
export function HelpAndChair() {
  const table = atTable();
  if (!table || !hasVoice() || room()?.closed !== null) return null;
  return (
    <section class="stack close" aria-labelledby="table-help-head">
      <h3 id="table-help-head">{t("table-help-head")}</h3>
      {table.help === null ? (
        <DoButton label={t("table-help-ask")} icon="hand" run={askForHelp} />
      ) : (
        <>
          <p class="soft">{t("table-help-coming")}</p>
          <DoButton label={t("table-help-done")} run={() => attempt({ type: "table.helped" })} />
        </>
      )}
      {chairless() && <TakeChair />}
    </section>
  );
}

async function askForHelp(): Promise<void> {
  const outcome = await attempt({ type: "table.ask_help" });
  if (outcome.ok) announce(t("table-help-asked"));
}

/** Take the empty chair. */
export function TakeChair({ wanted = false }: { readonly wanted?: boolean }) {
  const look = wanted ? ({ look: "primary" } as const) : {};
  return <DoButton label={t("table-take-chair")} {...look} run={() => attempt({ type: "cover" })} />;
}
