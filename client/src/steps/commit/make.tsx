import { useSignal } from "@preact/signals";
import { attempt, newId } from "../../commands.ts";
import { line } from "../../connection.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { me } from "../../people.tsx";
import { announce } from "../../status.ts";
import type { CommitRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { OnItsWay } from "../on-its-way.tsx";
import { halted } from "../room-state.ts";
import { type Draft, EMPTY, missingFrom, named } from "./draft.ts";
import { Fields } from "./fields.tsx";

/** Make a promise. It is folded away until somebody wants to, or while a draft is kept. */
export function Make({ commit }: { readonly commit: CommitRecord }) {
  const kept = draft<Draft>(`promise/${commit.step}`);
  const going = useSignal<readonly string[]>([]);
  const now = kept.value;
  const id = `make-${commit.step}`;
  const begin = () => {
    const own = me()?.id;
    kept.value = { ...EMPTY, members: own ? [own] : [] };
    focusSoon(`${id}-what`);
  };
  const add = async () => {
    if (!now) return;
    kept.value = undefined;
    going.value = [...going.value, now.terms.what];
    focusSoon(id);
    const outcome = await attempt({ type: "commit.promise", step: commit.step, promise: newId(), terms: now.terms, owners: named(now) });
    going.value = going.value.filter((other) => other !== now.terms.what);
    if (outcome.ok) announce(t("commit-made"));
    else if (!kept.peek()) kept.value = now;
  };
  const missing = now && missingFrom(now);
  return (
    <section class={now ? "card active stack" : "stack close"} aria-labelledby={id}>
      <h2 id={id}>{t("commit-make")}</h2>
      {now ? (
        <>
          <Fields id={id} commit={commit} now={now} change={(next) => (kept.value = next)} />
          <div class="buttons">
            <DoButton
              label={t("commit-add")}
              icon="promise"
              look="primary"
              blocked={missing ? t(`commit-missing-${missing}`) : halted()}
              run={() => void add()}
            />
            <button type="button" class="button" onClick={() => (kept.value = undefined)}>
              {t("commit-cancel")}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="button primary" onClick={begin}>
          <Icon name="add" />
          {t("commit-begin")}
        </button>
      )}
      {line.value !== "live" &&
        going.value.map((what) => (
          <article key={what} class="item sending">
            <p>{what}</p>
            <OnItsWay />
          </article>
        ))}
    </section>
  );
}
