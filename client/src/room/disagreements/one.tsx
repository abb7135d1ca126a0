import { attempt } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { isChair, me } from "../../people.tsx";
import { DoButton } from "../../steps/do-button.tsx";
import { focusSoon } from "../../steps/focus.ts";
import type { DisagreementRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { mayRaise, raiseRisk } from "../risk.tsx";
import { Outcome } from "./outcome.tsx";
import { SideCard } from "./side.tsx";
import { Stages } from "./stage.tsx";

/** One disagreement: is the child safe, who says what, at which stage, and how it ends. */
export function One({ of }: { readonly of: DisagreementRecord }) {
  return (
    <article class="stack disagreement">
      <h3 tabIndex={-1}>{of.about.title}</h3>
      <Safe of={of} />
      {of.about.text && (
        <section class="stack close">
          <h4>{t("disagreement-about")}</h4>
          <blockquote class="group-text">{of.about.text}</blockquote>
        </section>
      )}
      <div class="sides">
        <SideCard of={of} name="one" />
        <SideCard of={of} name="two" />
      </div>
      <Stages of={of} />
      <Outcome of={of} />
    </article>
  );
}

function NotSafe({ of }: { readonly of: DisagreementRecord }) {
  return (
    <>
      <p>{t("safe-no-do")}</p>
      {mayRaise() && (
        <div class="buttons">
          <button type="button" class="button danger" onClick={() => raiseRisk(of.about.title)}>
            <Icon name="risk" />
            {t("risk-button")}
          </button>
        </div>
      )}
    </>
  );
}

/** The first question, whatever else is at issue. */
function Safe({ of }: { readonly of: DisagreementRecord }) {
  const heading = `safe-${of.id}`;
  const say = async (safe: DisagreementRecord["safe"]) => {
    const outcome = await attempt({ type: "disagreement.say_safe", disagreement: of.id, safe });
    if (outcome.ok) focusSoon(heading);
  };
  const asks = of.safe === "unknown" || isChair();
  return (
    <section class={`safe-now ${of.safe}`}>
      <h4 class="cluster" id={heading}>
        <Icon name={of.safe === "no" ? "risk" : "shield"} />
        {t(`safe-${of.safe}`)}
      </h4>
      {of.safe === "no" && <NotSafe of={of} />}
      {asks && of.outcome === "open" && me()?.role !== "observer" && (
        <div class="buttons">
          {isChair() && of.safe !== "yes" && <DoButton label={t("safe-say-yes")} run={() => say("yes")} />}
          {of.safe !== "no" && <DoButton label={t("safe-say-no")} look="danger" run={() => say("no")} />}
        </div>
      )}
    </section>
  );
}
