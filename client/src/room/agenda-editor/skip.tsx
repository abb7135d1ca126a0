import { send } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce, warn } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import type { StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Heading } from "./heading.tsx";

interface Props {
  readonly step: StepRecord;
  readonly back: () => void;
}

/** Why a step is left out: the record says it too. */
export function SkipStep({ step, back }: Props) {
  const because = draft<string>(`agenda/skip/${step.id}`);
  const words = because.value?.trim() ?? "";
  const skip = async () => {
    const outcome = await send({ type: "agenda.skip", step: step.id, because: words });
    if (!outcome.ok) return warn(outcome.sentence);
    because.value = undefined;
    announce(t("agenda-skipped-now", { title: step.title }));
    back();
  };
  return (
    <div class="stack editor-form">
      <Heading>{t("agenda-skip-head", { title: step.title })}</Heading>
      <WordsField
        label={t("agenda-skip-why")}
        hint={t("agenda-skip-hint")}
        value={because.value ?? ""}
        change={(value) => (because.value = value || undefined)}
      />
      <div class="buttons">
        <DoButton label={t("agenda-skip")} look="primary" blocked={words ? undefined : t("agenda-skip-needs")} run={skip} />
        <button type="button" class="button" onClick={back}>
          {t("dialog-not-now")}
        </button>
      </div>
    </div>
  );
}
