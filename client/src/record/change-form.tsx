import { useEffect, useRef } from "preact/hooks";
import { newId } from "../commands.ts";
import { draft } from "../drafts.ts";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { focusSoon } from "../steps/focus.ts";
import { WordsField } from "../steps/words-field.tsx";
import type { RecordPage } from "../wire.ts";
import type { Part, Written } from "./shape.ts";
import { t } from "../words.ts";
import { changeButton, chosenLine } from "./choice.ts";
import { Marking } from "./marking.tsx";
import { commandsFor, type Draft, startedFrom } from "./saving.ts";
import { nameOf } from "./told.ts";
import { Refused, useTrying } from "./trying.tsx";

// What the server takes as one cell (consensus/answers/pen.py).
const CELL_LENGTH = 4_000;

interface Props {
  readonly line: Written;
  readonly part: Part;
  readonly page: RecordPage;
}

/** Other words for a line: put there at once by whoever may, proposed by everybody else. */
export function ChangeForm({ line, part, page }: Props) {
  const kept = draft<Draft>(`record/${line.id}`);
  const now = kept.value ?? startedFrom(line);
  const edit = (change: Partial<Draft>) => (kept.value = { ...now, ...change });
  const rewords = page.changeable.includes(line.id);
  const trying = useTrying();
  const first = `words-${line.id}-0`;
  useEffect(() => focusSoon(first), []);
  useSaidMeanwhile(line.cells);
  const restore = async () => {
    if (!(await trying.run({ type: "wording.restore", line: line.id }))) return;
    announce(t("minutes-restored-said"));
    drop();
  };
  const commands = commandsFor(line, now, rewords, newId);
  const leave = () => {
    chosenLine.value = undefined;
    focusSoon(changeButton(line.id));
  };
  const save = async () => {
    for (const command of commands) if (!(await trying.run(command))) return;
    kept.value = undefined;
    announce(t(rewords ? "minutes-saved-said" : "minutes-proposed-said"));
    leave();
  };
  const drop = () => {
    kept.value = undefined;
    leave();
  };
  return (
    <section class="card active" aria-label={t("minutes-form", { line: nameOf(line) })}>
      {!rewords && <p class="soft">{t(page.keeper && line.whose ? "minutes-own-words" : "minutes-propose-why")}</p>}
      {line.cells.map((said, at) => (
        <div key={at}>
          <WordsField
            id={`words-${line.id}-${at}`}
            label={part.columns[at] ?? t("minutes-words")}
            value={now.cells[at] ?? said}
            most={CELL_LENGTH}
            change={(words) => edit({ cells: { ...now.cells, [at]: words } })}
          />
          {now.seen[at] !== said && (
            <p class="hint">{t("minutes-changed-meanwhile", { words: said })}</p>
          )}
        </div>
      ))}
      {!rewords && (
        <WordsField label={t("minutes-because")} value={now.because} change={(because) => edit({ because })} />
      )}
      {page.keeper && <Marking line={line} now={now} edit={edit} page={page} />}
      <Refused sentence={trying.refused} />
      <div class="buttons">
        <DoButton
          label={t(rewords || page.keeper ? "minutes-save" : "minutes-propose-send")}
          look="primary"
          blocked={commands.length > 0 ? undefined : t("minutes-nothing-changed")}
          run={save}
        />
        <DoButton label={t("minutes-leave")} run={drop} />
        {rewords && (line.changed ?? []).length > 0 && (
          <DoButton label={t("minutes-restore")} icon="undo" look="quiet" run={restore} />
        )}
      </div>
    </section>
  );
}

/** Say what a line says now, where somebody else changed it while its form is open. */
function useSaidMeanwhile(cells: readonly string[]): void {
  const before = useRef(cells);
  useEffect(() => {
    const words = cells.find((said, at) => said !== before.current[at]);
    before.current = cells;
    if (words !== undefined) announce(t("minutes-changed-meanwhile", { words }));
  }, [cells]);
}
