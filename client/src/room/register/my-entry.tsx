import { send } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { roomPath } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { record } from "../../store.ts";
import { t } from "../../words.ts";
import type { MyContactsRecord } from "../../wire.ts";
import { useState } from "preact/hooks";
import { LineField, Problem, SelectField } from "./fields.tsx";

type Entry = Omit<MyContactsRecord, "type" | "at">;

const EMPTY: Entry = { phone: "", email: "", second: "", no_second: false, bringing: "", level: "" };
const LEVELS = ["", "practitioner", "manager", "senior"] as const;
const BRINGING_LENGTH = 200;

/** What of this person's entry is still missing, as a message; nothing when it is complete. */
export function entryMissing(): string | undefined {
  const own = record("my_contacts", "my_contacts");
  if (!own) return t("entry-missing");
  if (!own.phone || !own.email) return t("entry-missing-some");
  return own.second || own.no_second ? undefined : t("entry-missing-second");
}

/** How I am reached, what I bring, and at which level I work. It is mine to change at any time. */
export function MyEntry() {
  const own = record("my_contacts", "my_contacts");
  const typed = draft<Entry>("register");
  const [problem, setProblem] = useState("");
  const family = me()?.role === "family";
  const now: Entry = typed.value ?? own ?? EMPTY;
  const edit = (change: Partial<Entry>) => (typed.value = { ...entryOf(now), ...change });
  const save = async () => {
    const outcome = await send({ type: "contacts.enter", ...entryOf(now) });
    setProblem(outcome.ok ? "" : outcome.sentence);
    announce(outcome.ok ? t("entry-saved") : outcome.sentence);
    if (outcome.ok) typed.value = undefined;
  };
  return (
    <div class="stack">
      <p class="hint">{t(family ? "entry-why-family" : "entry-why")}</p>
      <LineField
        label={t("register-phone")}
        type="tel"
        autocomplete="tel"
        value={now.phone}
        change={(phone) => edit({ phone })}
      />
      {!family && <>
      <LineField
        label={t("register-email")}
        type="email"
        autocomplete="email"
        value={now.email}
        change={(email) => edit({ email })}
      />
      <LineField
        label={t("register-second")}
        hint={t("entry-second-hint")}
        value={now.second}
        change={(second) => edit({ second })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={now.no_second}
          onChange={(event) => edit({ no_second: event.currentTarget.checked })}
        />
        <span>{t("register-second-none")}</span>
      </label>
      {own?.no_second && <p class="hint">{t("entry-second-reminder")}</p>}
      </>}
      <LineField
        label={t("entry-bringing")}
        hint={t("entry-bringing-hint")}
        value={now.bringing}
        most={BRINGING_LENGTH}
        change={(bringing) => edit({ bringing })}
      />
      {!family && <SelectField
        label={t("entry-level")}
        hint={t("entry-level-hint")}
        value={now.level}
        options={LEVELS.map((level) => [level, t(`level-${level || "none"}`)] as const)}
        change={(level) => edit({ level })}
      />}
      <Problem>
        {problem && (
          <>
            <Icon name="warning" />
            {problem}
          </>
        )}
      </Problem>
      <div class="buttons">
        <DoButton label={t("entry-save")} look="primary" run={save} />
        {!family && (
          <a class="button" href={roomPath("/register")} target="_blank" rel="noopener">
            {t("entry-see-all")}
          </a>
        )}
      </div>
    </div>
  );
}

function entryOf({ phone, email, second, no_second, bringing, level }: Entry): Entry {
  return { phone, email, second, no_second, bringing, level };
}
