import { useId } from "preact/hooks";
import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import type { TurnRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { halted } from "../room-state.ts";

// What the server takes as one note (consensus/text.py).
const NOTE_LENGTH = 600;

/** What is worth keeping of a turn, written by the chair, the deputy or the recorder. */
export function Keep({ turn }: { readonly turn: TurnRecord }) {
  const id = useId();
  const kept = draft<string>(`turn/${turn.step}/${turn.item}`);
  const text = kept.value ?? turn.note;
  const save = async () => {
    const outcome = await attempt({ type: "turns.write", step: turn.step, item: turn.item, note: text });
    if (!outcome.ok) return;
    if (kept.peek() === text) kept.value = undefined;
    announce(t("turns-kept"));
  };
  const blocked = text === turn.note ? t("turns-nothing-new") : halted();
  return (
    <div class="field">
      <label for={id}>{t("turns-keep")}</label>
      <textarea
        id={id}
        class="input"
        maxLength={NOTE_LENGTH}
        value={text}
        onInput={(event) => (kept.value = event.currentTarget.value)}
      />
      <div class="buttons">
        <DoButton label={t("turns-keep-save")} blocked={blocked} run={save} />
      </div>
    </div>
  );
}
