import { attempt } from "../../commands.ts";
import { ask } from "../../room/confirm.tsx";
import { DoButton } from "../../steps/do-button.tsx";
import type { HallRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { hall, learners, tables, withoutTable } from "./tables.ts";

const WAYS = ["spread", "mixed", "choose", "placed"] as const;

/** How people come to their tables: how newcomers are seated, and dealing out who is here. */
export function Seating() {
  const found = hall();
  if (!found) return null;
  return (
    <section class="stack">
      <h2>{t("hall-desk-seating")}</h2>
      <Placing found={found} />
      {tables().length > 0 && learners().length > 0 && <Dealing />}
      <label class="check">
        <input
          type="checkbox"
          checked={found.self_run}
          onChange={(event) => setUp({ ...found, self_run: event.currentTarget.checked })}
        />
        <span>{t("hall-desk-self-run")}</span>
      </label>
    </section>
  );
}

function Placing({ found }: { readonly found: HallRecord }) {
  return (
    <fieldset class="field">
      <legend>{t("hall-desk-placing")}</legend>
      <div class="choices">
        {WAYS.map((way) => (
          <label key={way} class="choice">
            <input
              type="radio"
              name="placing"
              checked={found.placing === way}
              onChange={() => setUp({ ...found, placing: way })}
            />
            <span>{t(`hall-desk-placing-${way}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function setUp({ placing, self_run }: Pick<HallRecord, "placing" | "self_run">): void {
  void attempt({ type: "hall.set_up", placing, self_run });
}

/** Dealing once: who has no table yet, or everybody anew. */
function Dealing() {
  const waiting = withoutTable().length;
  return (
    <div class="stack close">
      {waiting > 0 && (
        <div class="buttons">
          <DoButton
            label={t("hall-desk-deal-rest", { count: waiting })}
            icon="people"
            run={() => attempt({ type: "hall.deal", how: hall()?.placing === "mixed" ? "mixed" : "spread" })}
          />
        </div>
      )}
      <div class="buttons">
        <DoButton label={t("hall-desk-deal-spread")} icon="change" run={() => askToDeal("spread")} />
        <DoButton label={t("hall-desk-deal-mixed")} icon="change" run={() => askToDeal("mixed")} />
      </div>
    </div>
  );
}

/** Where nobody sits yet there is nothing to lose. */
function askToDeal(how: "spread" | "mixed"): unknown {
  const deal = () => attempt({ type: "hall.deal", how, anew: true });
  if (withoutTable().length === learners().length) return deal();
  return ask({
    title: t(`hall-desk-deal-${how}-title`),
    text: t("hall-desk-deal-text"),
    label: t(`hall-desk-deal-${how}`),
    run: deal,
  });
}
