import { useId } from "preact/hooks";
import { agencyKey } from "../../agency-mark.ts";
import { all } from "../../store.ts";
import type { CommitRecord, Terms } from "../../wire.ts";
import { t } from "../../words.ts";
import { ItemSelect } from "../item-select.tsx";
import { Person } from "../named.tsx";
import { type Draft, hasMore, isTest, toggle } from "./draft.ts";

// What the server takes as one line (consensus/answers/promises.py).
const LINE_LENGTH = 240;

interface Props {
  readonly id: string;
  readonly commit: CommitRecord;
  readonly now: Draft;
  readonly change: (draft: Draft) => void;
}

/** What, who, by when, and how we will know; the rest is there for those who want it. */
export function Fields({ id, commit, now, change }: Props) {
  const edit = (terms: Partial<Terms>) => change({ ...now, terms: { ...now.terms, ...terms } });
  const { terms } = now;
  return (
    <>
      <Words id={`${id}-what`} name="what" value={terms.what} change={(what) => edit({ what })} />
      <Owners now={now} change={change} />
      <Day name="by" value={terms.by} change={(by) => edit({ by })} />
      <Words name="how" value={terms.how} change={(how) => edit({ how })} />
      <details class="more" open={commit.tests || isTest(terms)}>
        <summary>{t("commit-test")}</summary>
        <div class="stack close">
          <Words name="think" value={terms.think} change={(think) => edit({ think })} />
          <Words name="trial" value={terms.trial} change={(trial) => edit({ trial })} />
          <Words name="look" value={terms.look} change={(look) => edit({ look })} />
        </div>
      </details>
      <details class="more" open={hasMore(terms)}>
        <summary>{t("commit-more")}</summary>
        <div class="stack close">
          {commit.items.length > 0 && <ItemSelect label={t("commit-option")} none={t("commit-option-none")} items={commit.items} value={terms.option ?? ""} choose={(option) => edit({ option })} />}
          <Day name="review" value={terms.review} change={(review) => edit({ review })} />
          <Words name="time" value={terms.time} change={(time) => edit({ time })} />
          <Words name="cost" value={terms.cost} change={(cost) => edit({ cost })} />
          <Words name="cover" value={terms.cover} change={(cover) => edit({ cover })} />
          <label class="check">
            <input
              type="checkbox"
              checked={terms.tells_family ?? false}
              onChange={(event) => edit({ tells_family: event.currentTarget.checked })}
            />
            <span>{t("commit-tells-family")}</span>
          </label>
        </div>
      </details>
    </>
  );
}

interface WordsProps {
  readonly id?: string;
  readonly name: "what" | "how" | "think" | "trial" | "look" | "time" | "cost" | "cover";
  readonly value: string | undefined;
  readonly change: (value: string) => void;
}

function Words({ id: given, name, value = "", change }: WordsProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <div class="field">
      <label for={id}>{t(`commit-${name}`)}</label>
      <p class="hint" id={`${id}-hint`}>
        {t(`commit-hint-${name}`)}
      </p>
      <input
        id={id}
        class="input"
        maxLength={LINE_LENGTH}
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}

interface DayProps {
  readonly name: "by" | "review";
  readonly value: string | undefined;
  readonly change: (value: string) => void;
}

/** A day, typed or picked. */
export function Day({ name, value = "", change }: DayProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t(`commit-${name}`)}</label>
      <input
        id={id}
        class="input form-day"
        type="date"
        min="2000-01-01"
        max="2100-12-31"
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}

/** Who keeps it: people here, agencies as a whole, others outside. Two or more keep it together. */
function Owners({ now, change }: { readonly now: Draft; readonly change: (draft: Draft) => void }) {
  const others = useId();
  const people = all("member").filter((of) => of.role !== "observer" || now.members.includes(of.id));
  const agencies = new Map([...now.agencies, ...people.map((of) => of.agency)].map((name) => [agencyKey(name), name]));
  return (
    <fieldset class="field">
      <legend>{t("commit-who")}</legend>
      <p class="hint">{t("commit-hint-who")}</p>
      <div class="owner-choices">
        {people.map((of) => (
          <label key={of.id} class="check person-check">
            <input
              type="checkbox"
              checked={now.members.includes(of.id)}
              onChange={() => change({ ...now, members: toggle(now.members, of.id) })}
            />
            <Person id={of.id} />
          </label>
        ))}
      </div>
      <details class="more" open={now.agencies.length > 0 || now.others !== ""}>
        <summary>{t("commit-who-else")}</summary>
        <div class="stack close">
          {[...agencies.values()].map((name) => (
            <label key={name} class="check">
              <input
                type="checkbox"
                checked={now.agencies.some((each) => agencyKey(each) === agencyKey(name))}
                onChange={() => change({ ...now, agencies: toggle(now.agencies, name) })}
              />
              <span>{t("commit-whole-agency", { agency: name })}</span>
            </label>
          ))}
          <div class="field">
            <label for={others}>{t("commit-others")}</label>
            <input
              id={others}
              class="input"
              maxLength={120}
              value={now.others}
              onInput={(event) => change({ ...now, others: event.currentTarget.value })}
            />
          </div>
        </div>
      </details>
    </fieldset>
  );
}
