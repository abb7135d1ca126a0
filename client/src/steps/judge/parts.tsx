import type { ComponentChildren } from "preact";
import { Icon } from "../../icons.tsx";
import type { JudgeRecord } from "../../wire.ts";
import { t } from "../../words.ts";

// So many dots can still be counted at a glance.
const MOST_PIPS = 24;

/** What only this person sees: hatched, locked, and said in words. */
export function Private({ children }: { readonly children: ComponentChildren }) {
  return (
    <section class="private">
      <p class="private-note">
        <Icon name="lock" />
        {t("judge-private")}
      </p>
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
  readonly sending: boolean;
  readonly change: () => void;
  readonly children: ComponentChildren;
}

/** The face of the form once the answer is on its way, or held by the room. */
export function Sent({ sending, change, children }: SentProps) {
  return (
    <>
      <p>{t(sending ? "judge-sending" : "judge-sent-hint")}</p>
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
