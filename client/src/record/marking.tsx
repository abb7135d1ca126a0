import { useId } from "preact/hooks";
import type { RecordPage } from "../wire.ts";
import type { Written } from "./shape.ts";
import { t } from "../words.ts";
import type { Draft } from "./saving.ts";

const LABELS: readonly Written["label"][] = ["fact", "opinion", "decision"];
const READERS: readonly Written["readers"][] = ["all", "professionals", "restricted"];

interface Props {
  readonly line: Written;
  readonly now: Draft;
  readonly edit: (change: Partial<Draft>) => void;
  readonly page: RecordPage;
}

/** What the line is, and who may read it. */
export function Marking({ line, now, edit, page }: Props) {
  return (
    <div class="cluster">
      <Choice label={t("minutes-is")} value={now.label} change={(label) => edit({ label })}>
        {LABELS.map((label) => [label, t(`minutes-label-${label}`)])}
      </Choice>
      {(page.case || line.readers !== "all") && (
        <Choice label={t("minutes-readers")} value={now.readers} change={(readers) => edit({ readers })}>
          {READERS.map((readers) => [readers, t(`minutes-readers-${readers}`)])}
        </Choice>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly change: (value: T) => void;
  readonly children: readonly (readonly [T, string])[];
}

function Choice<T extends string>({ label, value, change, children }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => change(event.currentTarget.value as T)}>
        {children.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
