import { send } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce, warn } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import { record } from "../../store.ts";
import type { PlannedRecord, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Heading } from "./heading.tsx";
import { Line } from "./line.tsx";
import { SettingsFields } from "./settings.tsx";

interface Props {
  readonly step: StepRecord;
  readonly back: () => void;
}

interface Words {
  readonly title: string;
  readonly prompt: string;
  readonly minutes: string;
  readonly settings: PlannedRecord["settings"] | undefined;
}

/** What a step is called, what it asks, and its time; once it has been opened, its time alone. */
export function ChangeStep({ step, back }: Props) {
  const kept = draft<Words>(`agenda/change/${step.id}`);
  const settings = record("planned", `planned/${step.id}`)?.settings;
  const words = kept.value ?? { title: step.title, prompt: step.prompt, minutes: String(step.minutes), settings };
  const change = (more: Partial<Words>) => (kept.value = { ...words, ...more });
  const minutes = Number(words.minutes);
  const keep = async () => {
    const { title, prompt } = step.opened ? step : words;
    const asked = step.opened ? null : (words.settings ?? null);
    const outcome = await send({
      type: "agenda.change",
      step: step.id,
      title,
      prompt,
      minutes,
      who: step.who,
      settings: asked,
    });
    if (!outcome.ok) return warn(outcome.sentence);
    kept.value = undefined;
    announce(t("agenda-changed", { title }));
    back();
  };
  const leave = () => {
    kept.value = undefined;
    back();
  };
  return (
    <div class="stack editor-form">
      <Heading>{t("agenda-change-head", { title: step.title })}</Heading>
      {step.opened ? (
        <p class="soft">{t("agenda-change-opened")}</p>
      ) : (
        <>
          <Line label={t("agenda-title")} value={words.title} change={(title) => change({ title })} />
          <WordsField label={t("agenda-prompt")} value={words.prompt} change={(prompt) => change({ prompt })} />
          {words.settings && <SettingsFields settings={words.settings} change={(now) => change({ settings: now })} />}
        </>
      )}
      <Line label={t("agenda-time")} value={words.minutes} change={(value) => change({ minutes: value })} number />
      <div class="buttons">
        <DoButton
          label={t("agenda-keep")}
          look="primary"
          blocked={Number.isInteger(minutes) && minutes > 0 ? undefined : t("agenda-time-needs")}
          run={keep}
        />
        <button type="button" class="button" onClick={leave}>
          {t("dialog-not-now")}
        </button>
      </div>
    </div>
  );
}
