import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { newId, send } from "../../commands.ts";
import { Icon } from "../../icons.tsx";
import { announce, warn } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { record } from "../../store.ts";
import type { StepPlan, StepRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { room } from "../agenda.ts";
import { Heading } from "./heading.tsx";

/** A step that is ready to be added, and what it is good for. */
interface ReadyStep {
  readonly id: string;
  readonly summary: string;
  readonly step: StepPlan;
}

const ready = signal<readonly ReadyStep[] | undefined>(undefined);
const unreachable = signal(false);

interface Props {
  /** The step that the new one comes before; null for the end. */
  readonly before: string | null;
  readonly back: (added?: string) => void;
}

/** The steps that may be added here. Each can be changed as soon as it is on the agenda. */
export function AddStep({ before, back }: Props) {
  useEffect(() => {
    if (!ready.value) void load();
  }, []);
  const next = before === null ? undefined : record("step", `step/${before}`);
  return (
    <div class="stack">
      <Heading>{next ? t("agenda-add-head-before", { title: next.title }) : t("agenda-add-head")}</Heading>
      {unreachable.value && <Unreachable />}
      <ul class="ready-steps" role="list">
        {(ready.value ?? []).map((one) => (
          <Ready key={one.id} one={one} before={before} back={back} />
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button" onClick={() => back()}>
          {t("agenda-add-none")}
        </button>
      </div>
    </div>
  );
}

function Unreachable() {
  return (
    <p class="status">
      <Icon name="offline" />
      <span>{t("agenda-unreachable")}</span>
      <button type="button" class="button" onClick={() => void load()}>
        {t("agenda-try-again")}
      </button>
    </p>
  );
}

function Ready({ one, before, back }: Props & { readonly one: ReadyStep }) {
  const { title, minutes, settings } = one.step;
  const forbidden = room()?.forbids.includes(settings.type) ?? false;
  const add = async () => {
    const id = newId();
    const outcome = await send({ type: "agenda.add", plan: { ...one.step, id }, before });
    if (!outcome.ok) return warn(outcome.sentence);
    announce(t("agenda-added", { title }));
    back(id);
  };
  return (
    <li class="ready-step">
      <div>
        <h4>{title}</h4>
        <p class="soft">
          {kindName(settings.type)} · {t("agenda-minutes", { minutes })}
        </p>
        <p>{one.summary}</p>
      </div>
      <DoButton
        label={t("agenda-add-this")}
        says={t("agenda-add-spoken", { title })}
        icon="add"
        blocked={forbidden ? t("agenda-forbidden") : undefined}
        run={add}
      />
    </li>
  );
}

function kindName(kind: StepRecord["kind"]): string {
  return t(`agenda-kind-${kind}`);
}

async function load(): Promise<void> {
  try {
    const answer = await fetch("/library/steps.json");
    ready.value = (await answer.json()) as readonly ReadyStep[];
    unreachable.value = false;
  } catch {
    unreachable.value = true;
  }
}
