import { Icon } from "../../icons.tsx";
import { hasVoice } from "../../people.tsx";
import { currentStep, room } from "../../room/agenda.ts";
import { openRisk } from "../../room/risk-plan.tsx";
import { t } from "../../words.ts";
import { TakeChair } from "./help.tsx";
import { atTable, chairless, movedTo } from "./table.ts";

/**
 * Nobody is in the chair. A table that may not go on by itself is told until somebody is; one that
 * may is told at its first step, later under More, and whenever a risk asks for somebody who leads.
 */
export function NoChair() {
  const table = atTable();
  if (!table || !chairless() || movedTo() !== undefined || room()?.closed !== null) return null;
  const wanted = !table.runs_itself || openRisk() !== undefined;
  if (!wanted && (currentStep()?.number ?? 1) > 1) return null;
  return (
    <section class="card hall-no-chair stack close">
      <p class="cluster">
        <Icon name="person" />
        <strong>{t("table-no-chair")}</strong>
      </p>
      <p>{t(wanted ? "table-no-chair-needs" : "table-no-chair-runs")}</p>
      {hasVoice() && (
        <div class="buttons">
          <TakeChair wanted={wanted} />
        </div>
      )}
    </section>
  );
}
