import { useEffect, useRef } from "preact/hooks";
import { useAnnounced } from "../announced.ts";
import { said } from "../status.ts";
import { t } from "../words.ts";
import { MARK_LENGTH, receipt, record, take, typed, typedLength, verdict } from "./checked.ts";
import { Contents } from "./contents.tsx";
import { inWords, Result } from "./result.tsx";
import type { Verdict } from "./verify.ts";

/** Choose a file, see whether it is genuine, and read it. Everything happens on this device. */
export function Page() {
  useEffect(takeWhatIsDropped, []);
  return (
    <main id="main" class="check stack open">
      <header class="stack close">
        <h1>{t("verify-title")}</h1>
        <p class="lead">{t("verify-lead")}</p>
      </header>
      <ChooseFile
        id="record"
        label={t(record.value ? "verify-choose-other" : "verify-choose")}
        accept=".cgrecord,application/json"
        hint={t("verify-drop")}
        onFile={(file) => takeRecord(file)}
      />
      {verdict.value && <Verdicts found={verdict.value} />}
      <Given />
      {verdict.value?.file && verdict.value.status === 0 && <Contents file={verdict.value.file} />}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </main>
  );
}

function Verdicts({ found }: { readonly found: Verdict }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = record.value;
  // Whoever cannot see that something appeared below is taken there.
  useEffect(() => heading.current?.focus(), [chosen]);
  // A mark is typed below what it changes.
  useAnnounced(inWords(found));
  return <Result verdict={found} name={chosen?.name ?? ""} heading={heading} />;
}

function Given() {
  const count = typedLength.value;
  const short = count > 0 && count !== MARK_LENGTH;
  return (
    <fieldset class="given stack">
      <legend class="given-title">{t("verify-given")}</legend>
      <p class="soft">{t("verify-given-why")}</p>
      <ChooseFile
        id="receipt"
        label={t("verify-choose-receipt")}
        accept=".cgreceipt,application/json"
        hint={receipt.value ? t("verify-receipt-chosen", { name: receipt.value.name }) : ""}
        onFile={async (file) => (receipt.value = await take(file))}
      />
      <div class="field">
        <label for="mark">{t("verify-mark-typed")}</label>
        <p class="hint" id="mark-how">
          {short ? t("verify-mark-length", { count }) : t("verify-mark-how")}
        </p>
        <input
          id="mark"
          class="input mark"
          aria-describedby="mark-how"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={60}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}

interface Choosing {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly hint: string;
  readonly onFile: (file: File) => void;
}

function ChooseFile({ id, label, accept, hint, onFile }: Choosing) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        class="input file"
        type="file"
        accept={accept}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

async function takeRecord(file: File): Promise<void> {
  record.value = await take(file);
}

function takeWhatIsDropped(): () => void {
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void takeRecord(file);
  };
  document.addEventListener("dragover", over);
  document.addEventListener("drop", drop);
  return () => {
    document.removeEventListener("dragover", over);
    document.removeEventListener("drop", drop);
  };
}
