import { useId } from "preact/hooks";
import type { TextRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { halted } from "../room-state.ts";
import { draftOf, editorId, isSaving, save, suggest, typed } from "./pen.ts";
import { both, standing, tidy } from "./wording.ts";

// What the server takes as a text (consensus/answers/pen.py).
const TEXT_LENGTH = 4_000;

/** Where the holder of the pen writes. Others follow as they type. */
export function Editor({ text }: { readonly text: TextRecord }) {
  const kept = draftOf(text.step);
  const hint = useId();
  const apart = standing(kept.value, text) === "apart" && !isSaving(text.step);
  return (
    <div class="stack close">
      <div class="field">
        <label for={editorId(text.step)}>{t("text-editor")}</label>
        <textarea
          id={editorId(text.step)}
          class="input group-editor"
          maxLength={TEXT_LENGTH}
          aria-describedby={hint}
          value={kept.value?.words ?? text.words}
          onInput={(event) => typed(text, event.currentTarget.value)}
          onBlur={() => void save(text.step)}
        />
        <p class="hint" id={hint}>
          {saved(text)}
        </p>
      </div>
      {apart && <Apart text={text} />}
    </div>
  );
}

function saved(text: TextRecord): string {
  const why = halted();
  if (why) return why;
  return t(standing(draftOf(text.step).value, text) === "same" ? "text-saved" : "text-saving");
}

/** Somebody changed the text while this person typed: neither wording is lost. */
function Apart({ text }: { readonly text: TextRecord }) {
  const kept = draftOf(text.step);
  const keepBoth = () => {
    const words = both(text.words, tidy(kept.peek()?.words ?? ""));
    kept.value = { words, version: text.version };
    return save(text.step);
  };
  return (
    <div class="banner" role="alert">
      <p>{t("text-apart")}</p>
      <div class="buttons">
        <DoButton label={t("text-keep-both")} look="primary" run={keepBoth} />
        <DoButton label={t("text-use-theirs")} run={() => (kept.value = undefined)} />
      </div>
    </div>
  );
}

/** Words that somebody typed and that are not in the text, because the pen went to somebody else. */
export function LeftOver({ text }: { readonly text: TextRecord }) {
  const kept = draftOf(text.step);
  const words = kept.value?.words.trim() ?? "";
  if (words === "" || standing(kept.value, text) === "same" || isSaving(text.step)) return null;
  const offer = async () => {
    const outcome = await suggest(text.step, words);
    if (outcome.ok) kept.value = undefined;
  };
  return (
    <section class="tray">
      <h3>{t("text-left-over")}</h3>
      <blockquote class="group-text">{words}</blockquote>
      <div class="buttons">
        <DoButton label={t("text-left-over-suggest")} look="primary" blocked={halted()} run={offer} />
        <DoButton label={t("text-left-over-drop")} look="quiet" run={() => (kept.value = undefined)} />
      </div>
    </section>
  );
}
