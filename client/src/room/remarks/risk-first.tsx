import { Icon } from "../../icons.tsx";
import { t } from "../../words.ts";
import { mayRaise, raiseRisk } from "../risk.tsx";

/** Whoever sees a child in danger acts before they argue; `said` is what they wrote so far. */
export function RiskFirst({ said }: { readonly said: string }) {
  if (!mayRaise()) return null;
  const raise = () => {
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    raiseRisk(said);
  };
  return (
    <section class="stack close">
      <p>{t("remark-risk-first")}</p>
      <div class="buttons">
        <button type="button" class="button danger" onClick={raise}>
          <Icon name="risk" />
          {t("remark-risk")}
        </button>
      </div>
    </section>
  );
}
