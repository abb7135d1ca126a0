/** What the meeting is called, what it is for, and who it is about: shown on every screen. */

import { useState } from "preact/hooks";
import { send } from "../commands.ts";
import { draft } from "../drafts.ts";
import { Icon } from "../icons.tsx";
import { isChair } from "../people.tsx";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { WordsField } from "../steps/words-field.tsx";
import type { RoomRecord } from "../wire.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { LineField } from "./register/fields.tsx";

// What the server takes (consensus/text.py, consensus/heading.py).
const TITLE_LENGTH = 120;
const FOCUS_LENGTH = 24;

type Words = Pick<RoomRecord, "title" | "purpose" | "focus">;

/** Initials or a reference that keep the child in everybody's mind; never a full name. */
export function FocusLine() {
  const focus = room()?.focus;
  if (!focus) return null;
  return (
    <p class="pinned-focus">
      <Icon name="family" />
      <span>
        {t("focus-is")} <bdi>{focus}</bdi>
      </span>
    </p>
  );
}

/** The chair changes the heading while the room is live; everybody sees it at once. */
export function Heading() {
  const where = room();
  const typed = draft<Words>("heading");
  const [problem, setProblem] = useState("");
  if (!isChair() || !where) return null;
  const { title, purpose, focus } = typed.value ?? where;
  const edit = (change: Partial<Words>) => (typed.value = { title, purpose, focus, ...change });
  const save = async () => {
    const outcome = await send({ type: "amend", title, purpose, focus });
    setProblem(outcome.ok ? "" : outcome.sentence);
    announce(outcome.ok ? t("heading-saved") : outcome.sentence);
    if (outcome.ok) typed.value = undefined;
  };
  return (
    <div class="stack">
      <p class="soft">{t("heading-why")}</p>
      <LineField label={t("heading-title")} value={title} most={TITLE_LENGTH} change={(words) => edit({ title: words })} />
      <WordsField label={t("heading-purpose")} value={purpose} change={(words) => edit({ purpose: words })} />
      <LineField
        label={t("heading-focus")}
        hint={t("heading-focus-hint")}
        value={focus}
        most={FOCUS_LENGTH}
        change={(words) => edit({ focus: words })}
      />
      {problem && (
        <p class="error">
          <Icon name="warning" />
          {problem}
        </p>
      )}
      <div class="buttons">
        <DoButton label={t("heading-save")} look="primary" run={save} />
      </div>
    </div>
  );
}
