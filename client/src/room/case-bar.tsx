import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { FocusLine } from "./heading.tsx";
import { CaseRiskButton } from "./risk.tsx";

/** In a meeting about real people, two things stay in sight however far down somebody reads. */
export function CaseBar() {
  if (!room()?.case) return null;
  return (
    <div class="case-bar" role="region" aria-label={t("case-bar-name")}>
      <FocusLine />
      <CaseRiskButton />
    </div>
  );
}
