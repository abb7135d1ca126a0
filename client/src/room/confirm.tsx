import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words.ts";
import { StatusRegion } from "./notices.tsx";

/** What is asked before something that is hard to take back, with both ways to go on named. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  /** The way back, which changes nothing. */
  readonly wait?: string;
  readonly danger?: boolean;
  readonly run: () => unknown;
}

const asked = signal<Question | undefined>(undefined);

/** Ask before doing. One question at a time. */
export function ask(question: Question): void {
  asked.value = question;
}

/** Where the question of the moment is shown; once on the page. */
export function Confirm() {
  const question = asked.value;
  return question ? <Asked key={question.title} question={question} /> : null;
}

function Asked({ question }: { readonly question: Question }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const agree = () => {
    close();
    question.run();
  };
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="question-title"
      aria-describedby="question-text"
      onClose={() => (asked.value = undefined)}
    >
      <h2 id="question-title" tabIndex={-1} autofocus>
        {question.title}
      </h2>
      <p id="question-text">{question.text}</p>
      <div class="buttons">
        <button type="button" class={`button primary ${question.danger ? "danger" : ""}`} onClick={agree}>
          {question.label}
        </button>
        <button type="button" class="button" onClick={close}>
          {question.wait ?? t("dialog-not-now")}
        </button>
      </div>
      <StatusRegion />
    </dialog>
  );
}
