/** Disagreements: the log of the room, and each one by stage until it has an outcome. */

import { signal } from "@preact/signals";
import { attempt, newId } from "../commands.ts";
import { draft } from "../drafts.ts";
import { Icon } from "../icons.tsx";
import { isChair } from "../people.tsx";
import { focusSoon } from "../steps/focus.ts";
import { DoButton } from "../steps/do-button.tsx";
import { WordsField } from "../steps/words-field.tsx";
import { all } from "../store.ts";
import type { DisagreementRecord } from "../wire.ts";
import { t } from "../words.ts";
import { One } from "./disagreements/one.tsx";
import { StageLine } from "./disagreements/stage.tsx";
import { openSheet } from "./sheets.tsx";

const chosen = signal<string | undefined>(undefined);

/** Open the sheet at one disagreement. */
export function showDisagreement(id: string): void {
  chosen.value = id;
  openSheet("disagreements");
}

/** Say whether there is anything to show, or somebody who may begin one. */
export function hasDisagreements(): boolean {
  return isChair() || all("disagreement").length > 0;
}

/** How many wait for an outcome; some came with the meeting before. */
export function openDisagreements(): number {
  return all("disagreement").filter((each) => each.outcome === "open").length;
}

/** One disagreement, or the log of all by stage and age. */
export function Disagreements() {
  const found = all("disagreement");
  const one = found.find((each) => each.id === chosen.value);
  const back = () => {
    chosen.value = undefined;
    focusSoon("disagreements-log");
  };
  if (!one) return <Log found={found} />;
  return (
    <div class="stack">
      {found.length > 1 && (
        <div class="buttons">
          <button type="button" class="button quiet" onClick={back}>
            <Icon name="back" />
            {t("disagreements-all", { count: found.length })}
          </button>
        </div>
      )}
      <One key={one.id} of={one} />
    </div>
  );
}

/** Those that are open come first; among them the highest stage, and then the oldest. */
function Log({ found }: { readonly found: readonly DisagreementRecord[] }) {
  const rank = (each: DisagreementRecord) => [each.outcome === "open" ? 0 : 1, -each.stage, each.opened] as const;
  const sorted = [...found].sort((a, b) => compare(rank(a), rank(b)));
  return (
    <div class="stack" id="disagreements-log">
      <p class="soft">{t(found.length === 0 ? "disagreements-none" : "disagreements-why")}</p>
      {found.length > 0 && (
        <ul role="list" class="stack close">
          {sorted.map((each) => (
            <li key={each.id}>
              <button type="button" class="disagreement-line" onClick={() => (chosen.value = each.id)}>
                <strong>{each.about.title}</strong>
                <StageLine of={each} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isChair() && <Begin />}
    </div>
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, place) => each !== b[place]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

interface Words {
  readonly title: string;
  readonly text: string;
}

/** Open a disagreement that did not come out of a step (chair). */
function Begin() {
  const kept = draft<Words>("disagreement/new");
  const now = kept.value ?? { title: "", text: "" };
  const begin = async () => {
    const id = newId();
    const outcome = await attempt({ type: "disagreement.open", disagreement: id, ...now });
    if (!outcome.ok) return;
    kept.value = undefined;
    chosen.value = id;
  };
  return (
    <details class="more" open={kept.value !== undefined}>
      <summary>{t("disagreement-begin")}</summary>
      <div class="stack close">
        <WordsField
          label={t("disagreement-title")}
          hint={t("disagreement-title-hint")}
          value={now.title}
          change={(title) => (kept.value = { ...now, title })}
        />
        <WordsField label={t("disagreement-text")} value={now.text} change={(text) => (kept.value = { ...now, text })} />
        <div class="buttons">
          <DoButton
            label={t("disagreement-begin-go")}
            look="primary"
            blocked={now.title.trim() ? undefined : t("disagreement-title-first")}
            run={begin}
          />
        </div>
      </div>
    </details>
  );
}
