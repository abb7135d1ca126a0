import { all, record } from "../../store.ts";
import type { StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { namesOf } from "../names.ts";

/** Return the voices in the room who have not answered. Only the chair is told who has. */
export function notAnswered(step: StepRecord): readonly string[] {
  const answered = answeredBy(step);
  const here = all("member").filter((member) => member.voice && member.here);
  return here.map((member) => member.id).filter((id) => !answered.includes(id));
}

/** For the chair: who has answered, and never what. */
export function WhoAnswered({ step }: { readonly step: StepRecord }) {
  const answered = answeredBy(step);
  const missing = notAnswered(step);
  return (
    <div class="stack close">
      {answered.length > 0 && <p>{t("judge-who-has", { names: namesOf(answered) })}</p>}
      {missing.length > 0 && <p>{t("judge-who-has-not", { names: namesOf(missing) })}</p>}
    </div>
  );
}

function answeredBy(step: StepRecord): readonly string[] {
  return record("answered", `answered/${step.id}`)?.members ?? [];
}
