import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { send } from "../commands.ts";
import { Icon } from "../icons.tsx";
import { announce, warn } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { focusSoon } from "../steps/focus.ts";
import { all, record } from "../store.ts";
import type { Command, StepRecord } from "../wire.ts";
import { t } from "../words.ts";
import { roomPath } from "../http.ts";
import { AddStep } from "./agenda-editor/add.tsx";
import { ChangeStep } from "./agenda-editor/change.tsx";
import { canRemove, canSkip, minutesOf, movesOf } from "./agenda-editor/edits.ts";
import { SkipStep } from "./agenda-editor/skip.tsx";

type View =
  | { readonly at: "list" }
  | { readonly at: "add"; readonly before: string | null }
  | { readonly at: "change" | "skip"; readonly step: string };

const LIST: View = { at: "list" };
const view = signal<View>(LIST);
const open = signal<string | undefined>(undefined);

/** The agenda as the chair changes it: by buttons, on any screen, in the lobby or in the middle. */
export function AgendaEditor() {
  useEffect(() => closeEditor, []);
  const now = view.value;
  const back = (id: string) => {
    view.value = LIST;
    focusSoon(id);
  };
  if (now.at === "add") return <AddStep before={now.before} back={(added) => back(added ? rowId(added) : "agenda-add")} />;
  if (now.at === "list") return <List />;
  const step = record("step", `step/${now.step}`);
  if (!step) return <List />;
  const close = () => back(rowId(step.id));
  return now.at === "change" ? <ChangeStep step={step} back={close} /> : <SkipStep step={step} back={close} />;
}

/** The next time it starts at its list again. */
function closeEditor(): void {
  view.value = LIST;
  open.value = undefined;
}

function List() {
  const steps = all("step");
  return (
    <div class="stack">
      <p class="soft">{t("agenda-plan", { steps: steps.length, minutes: minutesOf(steps) })}</p>
      <ol class="editor" role="list">
        {steps.map((step) => (
          <Row key={step.id} step={step} steps={steps} />
        ))}
      </ol>
      <div class="buttons">
        <button type="button" class="button primary" id="agenda-add" onClick={() => (view.value = { at: "add", before: null })}>
          <Icon name="add" />
          {t("agenda-add")}
        </button>
        <a class="button quiet" href={roomPath("/template.toml")} download>
          <Icon name="download" />
          {t("agenda-save")}
        </a>
      </div>
    </div>
  );
}

interface RowProps {
  readonly step: StepRecord;
  readonly steps: readonly StepRecord[];
}

function Row({ step, steps }: RowProps) {
  const { up, down } = movesOf(steps, step);
  const shown = open.value === step.id;
  return (
    <li class={`editor-row ${step.skipped !== null ? "skipped" : ""}`}>
      <p class="editor-name" id={rowId(step.id)}>
        <span class="num">{step.number}.</span> {step.title}{" "}
        <span class="soft num">{t("agenda-minutes", { minutes: step.minutes })}</span>
        {step.opened && <span class="soft"> {t("agenda-held")}</span>}
      </p>
      <div class="editor-moves">
        <Move id={`up-${step.id}`} command={up} step={step} way="up" />
        <Move id={`down-${step.id}`} command={down} step={step} way="down" />
        <button
          type="button"
          class="button square"
          aria-expanded={shown}
          aria-label={t("agenda-more", { title: step.title })}
          onClick={() => (open.value = shown ? undefined : step.id)}
        >
          <Icon name="more" />
        </button>
      </div>
      {step.skipped !== null && <p class="soft editor-why">{t("agenda-skipped-because", { because: step.skipped })}</p>}
      {shown && <More step={step} steps={steps} />}
    </li>
  );
}

interface MoveProps {
  readonly id: string;
  readonly command: Command | undefined;
  readonly step: StepRecord;
  readonly way: "up" | "down";
}

function Move({ id, command, step, way }: MoveProps) {
  const press = async () => {
    if (!command) return;
    const outcome = await send(command);
    if (!outcome.ok) return warn(outcome.sentence);
    const moved = record("step", `step/${step.id}`);
    announce(t("agenda-moved", { title: step.title, place: moved?.number ?? 0, of: all("step").length }));
    focusSoon(id);
  };
  return (
    <button
      type="button"
      class="button square"
      id={id}
      aria-label={t(`agenda-${way}`, { title: step.title })}
      aria-disabled={!command}
      onClick={press}
    >
      <Icon name={way} />
    </button>
  );
}

/** What else may be done with a step. What cannot be done is not offered. */
function More({ step, steps }: RowProps) {
  return (
    <div class="buttons editor-more">
      <button type="button" class="button" onClick={() => (view.value = { at: "change", step: step.id })}>
        <Icon name="edit" />
        {t("agenda-change")}
      </button>
      {canSkip(steps, step) && (
        <button type="button" class="button" onClick={() => (view.value = { at: "skip", step: step.id })}>
          <Icon name="next" />
          {t("agenda-skip")}
        </button>
      )}
      {step.skipped !== null && (
        <DoButton
          label={t("agenda-unskip")}
          icon="undo"
          run={() => edit({ type: "agenda.unskip", step: step.id }, t("agenda-back", { title: step.title }), rowId(step.id))}
        />
      )}
      {canRemove(steps, step) && (
        <DoButton
          label={t("agenda-remove")}
          icon="delete"
          run={() => edit({ type: "agenda.remove", step: step.id }, t("agenda-removed", { title: step.title }), "agenda-add")}
        />
      )}
      <button type="button" class="button" onClick={() => (view.value = { at: "add", before: step.id })}>
        <Icon name="add" />
        {t("agenda-add-before")}
      </button>
    </div>
  );
}

async function edit(command: Command, says: string, focus: string): Promise<void> {
  const outcome = await send(command);
  if (!outcome.ok) return warn(outcome.sentence);
  announce(says);
  focusSoon(focus);
}

function rowId(step: string): string {
  return `agenda-${step}`;
}
