import { Icon } from "../../icons.tsx";
import { mayRaise, raiseRisk } from "../../room/risk.tsx";
import type { JudgeRecord } from "../../wire.ts";
import { t } from "../../words.ts";

/** Somebody's mark was so low that the first thing to ask is whether anyone is in danger now. */
export function Alarm({ judge }: { readonly judge: JudgeRecord }) {
  if (!judge.alarm) return null;
  return (
    <section class="alarm">
      <h3>
        <Icon name="risk" />
        {t("judge-alarm", { mark: judge.alarm_at })}
      </h3>
      <p>{t("judge-alarm-hint")}</p>
      {mayRaise() && (
        <button
          type="button"
          class="button danger"
          onClick={() => raiseRisk(t("judge-alarm-words", { mark: judge.alarm_at }))}
        >
          <Icon name="risk" />
          {t("judge-alarm-raise")}
        </button>
      )}
    </section>
  );
}
