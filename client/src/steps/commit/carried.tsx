import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import type { PromiseRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { halted } from "../room-state.ts";
import { WordsField } from "../words-field.tsx";
import { Details, OwnerName, What } from "./card.tsx";
import { keyOf } from "./draft.ts";
import { Day } from "./fields.tsx";
import { mayChange } from "./whose.ts";

const STAGES = ["done", "not_done", "changed"] as const;

interface Draft {
  readonly stage: PromiseRecord["stage"];
  readonly words: string;
  readonly by: string;
}

/** A promise of the room before: what came of it. */
export function Carried({ promise, open }: { readonly promise: PromiseRecord; readonly open: boolean }) {
  const kept = draft<Draft>(`result/${promise.step}/${promise.promise}`);
  const id = `promise-${promise.promise}`;
  const asks = open && mayChange(promise) && (promise.stage === "open" || kept.value !== undefined);
  const change = () => {
    kept.value = { stage: promise.stage, words: promise.result, by: promise.terms.by ?? "" };
    focusSoon(`${id}-result`);
  };
  return (
    <article class="promise" id={id}>
      <What terms={promise.terms} joint={promise.owners.length > 1} />
      <ul class="owners" role="list">
        {promise.owners.map((owner) => (
          <li key={keyOf(owner)} class="owner">
            <OwnerName owner={owner} />
          </li>
        ))}
      </ul>
      <Details terms={promise.terms} />
      {promise.stage !== "open" && !asks && (
        <p class="promise-result">
          <strong>{t(`commit-stage-${promise.stage}`)}</strong> {promise.result && <q>{promise.result}</q>}
        </p>
      )}
      {asks && <Result id={id} promise={promise} />}
      {open && !asks && mayChange(promise) && (
        <div class="buttons">
          <button type="button" class="button quiet" onClick={change}>
            {t("commit-result-change")}
          </button>
        </div>
      )}
      {open && promise.stage === "open" && !mayChange(promise) && <p class="hint">{t("commit-result-asked")}</p>}
    </article>
  );
}

function Result({ id, promise }: { readonly id: string; readonly promise: PromiseRecord }) {
  const kept = draft<Draft>(`result/${promise.step}/${promise.promise}`);
  const now = kept.value ?? { stage: "open", words: "", by: "" };
  const edit = (changed: Partial<Draft>) => (kept.value = { ...now, ...changed });
  const save = async () => {
    const { step, promise: own } = promise;
    const outcome = await attempt({ type: "commit.result", step, promise: own, ...now });
    if (!outcome.ok) return;
    kept.value = undefined;
    announce(t("commit-result-saved"));
    focusSoon(id);
  };
  return (
    <div class="stack close">
      <fieldset class="field" id={`${id}-result`}>
        <legend>{t("commit-result")}</legend>
        <div class="segments">
          {STAGES.map((stage) => (
            <label key={stage} class="segment">
              <input type="radio" name={`${id}-stage`} checked={now.stage === stage} onChange={() => edit({ stage })} />
              {t(`commit-stage-${stage}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {now.stage !== "open" && (
        <>
          <WordsField label={t("commit-result-words")} value={now.words} change={(words) => edit({ words })} />
          {now.stage === "changed" && <Day name="by" value={now.by} change={(by) => edit({ by })} />}
          <div class="buttons">
            <DoButton label={t("commit-result-save")} look="primary" blocked={halted()} run={save} />
          </div>
        </>
      )}
    </div>
  );
}
