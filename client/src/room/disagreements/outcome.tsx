import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { isChair, me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import type { DisagreementRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { ownSide } from "./side.tsx";

type Ending = DisagreementRecord["outcome"];
const ENDINGS = ["agreed", "partly", "not_agreed"] as const satisfies readonly Ending[];

/** How it ended: the words, and who of each side stands by them. */
export function Outcome({ of }: { readonly of: DisagreementRecord }) {
  if (of.outcome === "open") return isChair() ? <Resolve of={of} /> : null;
  const people = [...Object.entries(of.sides.one.people ?? {}), ...Object.entries(of.sides.two.people ?? {})];
  const confirms = ownSide(of) !== undefined && of.words !== "" && !of.confirmed.includes(me()?.id ?? "");
  const confirm = async () => {
    const outcome = await attempt({ type: "disagreement.confirm_outcome", disagreement: of.id, words: of.words });
    if (outcome.ok) announce(t("outcome-confirmed-said"));
  };
  const reopen = () => attempt({ type: "disagreement.resolve", disagreement: of.id, outcome: "open", words: of.words });
  return (
    <section class="card stack close" aria-label={t("outcome-title")}>
      <h4 class="cluster">
        <Icon name="agree" />
        {t(`outcome-${of.outcome}`)}
      </h4>
      {of.words && <blockquote class="group-text">{of.words}</blockquote>}
      {of.words && <p class="soft">{t("outcome-confirmed", { count: of.confirmed.length, of: people.length })}</p>}
      <ul role="list">
        {people
          .filter(([member]) => of.confirmed.includes(member))
          .map(([member, voice]) => (
            <li key={member} class="cluster">
              <Icon name="check" />
              <bdi>{voice.name}</bdi> <bdi class="soft">{voice.agency}</bdi>
            </li>
          ))}
      </ul>
      <div class="buttons">
        {confirms && <DoButton label={t("outcome-confirm")} icon="check" look="primary" run={confirm} />}
        {isChair() && <DoButton label={t("outcome-reopen")} icon="undo" run={reopen} />}
      </div>
    </section>
  );
}

interface Draft {
  readonly ending?: Ending;
  readonly words: string;
}

/** Say how it ended and in what words (chair). */
function Resolve({ of }: { readonly of: DisagreementRecord }) {
  const kept = draft<Draft>(`outcome/${of.id}`);
  const now = kept.value ?? { words: of.words };
  const { ending } = now;
  const resolve = async () => {
    if (!ending) return;
    const outcome = await attempt({ type: "disagreement.resolve", disagreement: of.id, outcome: ending, words: now.words });
    if (!outcome.ok) return;
    kept.value = undefined;
    announce(t("outcome-said"));
  };
  return (
    <details class="more" open={kept.value !== undefined}>
      <summary>{t("outcome-say")}</summary>
      <div class="stack close">
        <fieldset class="field">
          <legend>{t("outcome-title")}</legend>
          <div class="segments">
            {ENDINGS.map((each) => (
              <label key={each} class="segment">
                <input
                  type="radio"
                  name={`outcome-${of.id}`}
                  checked={ending === each}
                  onChange={() => (kept.value = { ...now, ending: each })}
                />
                {t(`outcome-${each}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <WordsField
          label={t("outcome-words")}
          hint={t("outcome-words-hint")}
          value={now.words}
          change={(words) => (kept.value = { ...now, words })}
        />
        <div class="buttons">
          <DoButton label={t("outcome-save")} look="primary" blocked={blockedBy(now)} run={resolve} />
        </div>
      </div>
    </details>
  );
}

function blockedBy({ ending, words }: Draft): string | undefined {
  if (!ending) return t("outcome-pick");
  return ending !== "not_agreed" && !words.trim() ? t("outcome-words-first") : undefined;
}
