import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import type { NoticeRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { WordsField } from "../words-field.tsx";
import { type Draft, EMPTY, paragraphs, tick, unticked } from "./ticks.ts";

/** The wording, as long as it is: it scrolls with the page, so that it can be read to the end. */
export function Wording({ notice }: { readonly notice: NoticeRecord }) {
  return (
    <div class="notice-text">
      {paragraphs(notice.text).map((text, at) => (
        <p key={at}>{text}</p>
      ))}
      {notice.version && <p class="hint">{t("gate-version", { version: notice.version })}</p>}
    </div>
  );
}

/** Read, tick what has to be ticked, and say whether one agrees. */
export function AnswerNotice({ notice, done }: { readonly notice: NoticeRecord; readonly done?: () => void }) {
  const kept = draft<Draft>(`notice/${notice.step}/${notice.version}`);
  const now = kept.value ?? EMPTY;
  const left = unticked(now, notice.checks);
  const answer = async (agreed: boolean) => {
    const { step, version } = notice;
    const outcome = await attempt({ type: "gate.acknowledge", step, agreed, version, note: now.note });
    if (!outcome.ok) return;
    kept.value = undefined;
    announce(t(agreed ? "gate-agreed-said" : "gate-not-agreed-said"));
    done?.();
  };
  return (
    <div class="stack">
      {notice.checks.length > 0 && (
        <fieldset class="field">
          <legend>{t("gate-checks")}</legend>
          {notice.checks.map((sentence, at) => (
            <label key={sentence} class="check">
              <input type="checkbox" checked={now.ticked.includes(at)} onChange={() => (kept.value = tick(now, at))} />
              <span>{sentence}</span>
            </label>
          ))}
        </fieldset>
      )}
      <details class="more" open={now.note !== ""}>
        <summary>{t("gate-note")}</summary>
        <WordsField label={t("gate-note-words")} hint={t("gate-note-hint")} value={now.note} change={(note) => (kept.value = { ...now, note })} />
      </details>
      <div class="buttons">
        <DoButton
          label={t("gate-agree")}
          icon="check"
          look="primary"
          blocked={left > 0 ? t("gate-tick-first", { count: left }) : undefined}
          run={() => answer(true)}
        />
        <DoButton label={t("gate-disagree")} run={() => answer(false)} />
      </div>
    </div>
  );
}
