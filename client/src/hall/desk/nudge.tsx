import { useState } from "preact/hooks";
import { send } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { focusSoon } from "../../steps/focus.ts";
import { WordsField } from "../../steps/words-field.tsx";
import { t } from "../../words.ts";
import { close } from "./view.ts";
import { Wrong } from "./wrong.tsx";

const READY = ["time", "quiet", "go-on"] as const;
const FIELD = "hall-nudge";

/** A sentence for one table, or for all: a ready one, or one's own. */
export function Nudge({ table }: { readonly table: string | null }) {
  const typed = draft<string>(`nudge/${table ?? ""}`);
  const [problem, setProblem] = useState("");
  const text = typed.value ?? "";
  const take = (sentence: string) => {
    typed.value = sentence;
    focusSoon(FIELD);
  };
  const say = async () => {
    const outcome = await send({ type: "hall.nudge", table, text });
    if (!outcome.ok) return setProblem(outcome.sentence);
    typed.value = undefined;
    close();
    announce(t("hall-desk-nudged"));
  };
  return (
    <div class="stack">
      <div class="stack close" role="group" aria-label={t("hall-desk-nudge-ready")}>
        {READY.map((name) => (
          <button key={name} type="button" class="button wide hall-choice" onClick={() => take(t(`hall-desk-nudge-${name}`))}>
            {t(`hall-desk-nudge-${name}`)}
          </button>
        ))}
      </div>
      <WordsField
        id={FIELD}
        label={t("hall-desk-nudge-words")}
        hint={t("hall-desk-nudge-hint")}
        value={text}
        change={(words) => (typed.value = words || undefined)}
      />
      <Wrong says={problem} />
      <div class="buttons">
        <DoButton label={t("hall-desk-nudge-send")} icon="send" look="primary" run={say} />
      </div>
    </div>
  );
}
