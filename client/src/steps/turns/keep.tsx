import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import type { TurnRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { halted } from "../room-state.ts";
import { WordsField } from "../words-field.tsx";

/**
 * What is worth keeping of a turn, written by the chair, the deputy or the recorder. It is saved when
 * they go on to something else too: who presses "Next" has not thrown away what they wrote.
 */
export function Keep({ turn }: { readonly turn: TurnRecord }) {
  const kept = draft<string>(`turn/${turn.step}/${turn.item}`);
  const text = kept.value ?? turn.note;
  const save = async () => {
    const outcome = await attempt({ type: "turns.write", step: turn.step, item: turn.item, note: text });
    if (!outcome.ok) return;
    if (kept.peek() === text) kept.value = undefined;
    announce(t("turns-kept"));
  };
  const blocked = text === turn.note ? t("turns-nothing-new") : halted();
  const leave = () => {
    if (!blocked) void save();
  };
  return (
    <div class="stack close">
      <WordsField label={t("turns-keep")} value={text} change={(words) => (kept.value = words)} left={leave} />
      <div class="buttons">
        <DoButton label={t("turns-keep-save")} blocked={blocked} run={save} />
      </div>
    </div>
  );
}
