import { attempt, newId } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { me } from "../../people.tsx";
import { announce } from "../../status.ts";
import type { PromiseRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { Person } from "../named.tsx";
import { halted } from "../room-state.ts";

interface Props {
  readonly step: string;
  readonly lines: readonly PromiseRecord[];
  readonly open: boolean;
}

/** One line from each person about what they themselves will do; a later meeting shows it again. */
export function OwnLines({ step, lines, open }: Props) {
  const own = me();
  const mine = lines.find((promise) => promise.entered_by === own?.id);
  return (
    <section class="stack close" aria-labelledby={`own-${step}`}>
      <h2 id={`own-${step}`}>{t("commit-own")}</h2>
      {open && own && own.role !== "observer" && <MyLine key={mine?.promise} step={step} mine={mine} />}
      <ul class="own-lines" role="list">
        {lines.map((promise) => (
          <li key={promise.promise} class="item">
            <p>{promise.terms.what}</p>
            <p class="item-by">
              <Person id={promise.entered_by} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MyLine({ step, mine }: { readonly step: string; readonly mine: PromiseRecord | undefined }) {
  const kept = draft<string>(`own-line/${step}`);
  const text = kept.value ?? mine?.terms.what ?? "";
  const id = `own-line-${step}`;
  const save = async () => {
    const terms = { what: text };
    const outcome = await attempt(
      mine
        ? { type: "commit.change", step, promise: mine.promise, terms, seen: mine.at }
        : { type: "commit.promise", step, promise: newId(), terms, personal: true },
    );
    if (!outcome.ok) return;
    if (kept.peek() === text) kept.value = undefined;
    announce(t("commit-own-saved"));
  };
  const same = text.trim() === "" || text === mine?.terms.what;
  return (
    <div class="stack close">
      <div class="field">
        <label for={id}>{t("commit-own-label")}</label>
        <p class="hint" id={`${id}-hint`}>
          {t("commit-own-hint")}
        </p>
        <input
          id={id}
          class="input"
          maxLength={240}
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={(event) => (kept.value = event.currentTarget.value)}
        />
      </div>
      <div class="buttons">
        <DoButton label={t("commit-own-save")} blocked={same ? t("commit-own-nothing-new") : halted()} run={save} />
      </div>
    </div>
  );
}
