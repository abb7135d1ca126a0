import { useState } from "preact/hooks";
import { send } from "../../commands.ts";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { t } from "../../words.ts";
import { floorAll } from "../floor.ts";
import { furthest, standingTo } from "./cards.ts";
import { hall } from "./tables.ts";
import { close } from "./view.ts";
import { Wrong } from "./wrong.tsx";

/** To which step all tables go, and what that means for how many of them. */
export function Align() {
  const steps = hall()?.steps ?? [];
  const cards = floorAll("table_card");
  const [number, setNumber] = useState(() => Math.min(furthest(cards), steps.length));
  const [problem, setProblem] = useState("");
  const chosen = steps[number - 1];
  const standing = standingTo(cards, number);
  const go = async () => {
    if (!chosen) return;
    const outcome = await send({ type: "hall.align", step: chosen.id });
    if (!outcome.ok) return setProblem(outcome.sentence);
    close();
    announce(t("hall-desk-aligned", { title: chosen.title }));
  };
  return (
    <div class="stack">
      <fieldset class="field">
        <legend>{t("hall-desk-align-which")}</legend>
        <div class="choices hall-steps">
          {steps.map((step, index) => (
            <label key={step.id} class="choice">
              <input type="radio" name="align" checked={index + 1 === number} onChange={() => setNumber(index + 1)} />
              <span>
                {index + 1}. {step.title}
              </span>
              <There count={standingTo(cards, index + 1).there} />
            </label>
          ))}
        </div>
      </fieldset>
      <ul class="hall-means">
        {standing.before > 0 && <li>{t("hall-desk-align-on", { count: standing.before })}</li>}
        {standing.after > 0 && <li>{t("hall-desk-align-back", { count: standing.after })}</li>}
        <li>{t("hall-desk-align-keeps")}</li>
      </ul>
      <Wrong says={problem} />
      <div class="buttons">
        <DoButton label={t("hall-desk-align-go", { title: chosen?.title ?? "" })} look="primary" run={go} />
      </div>
    </div>
  );
}

function There({ count }: { readonly count: number }) {
  return count === 0 ? null : <span class="hint">{t("hall-desk-align-there", { count })}</span>;
}
