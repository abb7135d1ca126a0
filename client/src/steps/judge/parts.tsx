import type { ComponentChildren } from "preact";
import { Icon } from "../../icons.tsx";
import type { JudgeRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { textOf } from "../statement.tsx";

// So many dots can still be counted at a glance.
const MOST_PIPS = 24;

// The item of a question about the step itself, whose words are the step's task.
const ITSELF = "-";

/** Say whether a question is about the step itself and not about statements. */
export function isItself(item: string): boolean {
  return item === ITSELF;
}

/** Return what an item is called in a sentence that is read out. */
export function nameOf(item: string): string {
  return isItself(item) ? t("judge-this-question") : textOf(item);
}

interface PrivateProps {
  readonly judge: JudgeRecord;
  readonly children: ComponentChildren;
}

/** What only this person sees: hatched, locked, and said in words, with what the reveal will show. */
export function Private({ judge, children }: PrivateProps) {
  return (
    <section class="private">
      <p class="private-note">
        <Icon name="lock" />
        {t("judge-private")}
      </p>
      <p class="hint">{t(`judge-shown-${judge.shown}`)}</p>
      {children}
    </section>
  );
}

/** How many have answered, and never what. */
export function Progress({ judge }: { readonly judge: JudgeRecord }) {
  const { answered, of } = judge;
  const pips = of <= MOST_PIPS ? Array.from({ length: of }, (_, index) => index < answered) : [];
  return (
    <p class="progress">
      <span class="pips" aria-hidden="true">
        {pips.map((full, index) => (
          <i key={index} class={`pip ${full ? "full" : ""}`} />
        ))}
      </span>
      <span>{t("judge-progress", { answered, of })}</span>
    </p>
  );
}

/** The reason given, when there is one. */
export function GivenReason({ because }: { readonly because: string }) {
  if (!because.trim()) return null;
  return <p>{t("judge-because-was", { because })}</p>;
}

interface SentProps {
  readonly judge: JudgeRecord;
  readonly sending: boolean;
  readonly change: () => void;
  readonly children: ComponentChildren;
}

/** The face of the form once the answer is on its way, or held by the room. */
export function Sent({ judge, sending, change, children }: SentProps) {
  const hint = judge.shown === "nobody" ? "judge-sent-hint-here" : "judge-sent-hint";
  return (
    <>
      <p>{t(sending ? "judge-sending" : hint)}</p>
      {children}
      <div class="buttons">
        <button type="button" class="button" onClick={change}>
          <Icon name="edit" />
          {t("judge-change")}
        </button>
      </div>
    </>
  );
}

/** An unattributed answer that this device did not send: it is in, and stays as it is. */
export function Stays({ judge }: { readonly judge: JudgeRecord }) {
  return (
    <Private judge={judge}>
      <h2>{t("judge-sent")}</h2>
      <p>{t("judge-stays")}</p>
    </Private>
  );
}
