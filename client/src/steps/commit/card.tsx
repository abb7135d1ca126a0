import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { keepsRecord } from "../../people.tsx";
import { announce, offerUndo } from "../../status.ts";
import type { CommitRecord, Owner, PromiseRecord, Terms } from "../../wire.ts";
import { t } from "../../words.ts";
import { dayOf } from "../day.ts";
import { DoButton } from "../do-button.tsx";
import { focusSoon } from "../focus.ts";
import { Person } from "../named.tsx";
import { halted } from "../room-state.ts";
import { lineOf } from "../statement.tsx";
import { type Draft, draftOf, isTest, keyOf, missingFrom, named } from "./draft.ts";
import { Fields } from "./fields.tsx";
import { isMe, mayChange } from "./whose.ts";

interface Props {
  readonly commit: CommitRecord;
  readonly promise: PromiseRecord;
  readonly open: boolean;
}

/** One promise: what, who, by when and how we will know; its owners say yes or no here. */
export function Card({ commit, promise, open }: Props) {
  const kept = draft<Draft>(`promise/${promise.step}/${promise.promise}`);
  const id = `promise-${promise.promise}`;
  const change = () => {
    kept.value = draftOf(promise);
    focusSoon(`${id}-edit-what`);
  };
  if (kept.value && open && mayChange(promise)) return <Change id={id} commit={commit} promise={promise} />;
  return (
    <article class="promise" id={id}>
      <What terms={promise.terms} joint={promise.owners.length > 1} />
      <ul class="owners" role="list">
        {promise.owners.map((owner) => (
          <OwnerLine key={keyOf(owner)} promise={promise} owner={owner} open={open} />
        ))}
      </ul>
      <Details terms={promise.terms} />
      {open && mayChange(promise) && (
        <div class="buttons">
          <button type="button" class="button quiet" onClick={change}>
            <Icon name="edit" />
            {t("commit-change")}
          </button>
          <DoButton label={t("commit-withdraw")} icon="delete" look="quiet" run={() => withdraw(promise)} />
        </div>
      )}
    </article>
  );
}

async function withdraw(promise: PromiseRecord): Promise<void> {
  const { step, terms } = promise;
  const again = { type: "commit.promise", step, promise: promise.promise, terms, owners: named(draftOf(promise)) } as const;
  const outcome = await attempt({ type: "commit.withdraw", step, promise: promise.promise });
  if (outcome.ok) offerUndo(t("commit-withdrawn"), () => void attempt(again));
}

interface WhatProps {
  readonly terms: Terms;
  readonly joint: boolean;
  readonly as?: "h2" | "h3";
}

/** The words of a promise, and whether several keep it together. */
export function What({ terms, joint, as: Heading = "h3" }: WhatProps) {
  return (
    <div class="promise-head">
      <Heading class="promise-what">{terms.what}</Heading>
      <p class="promise-chips">
        {joint && (
          <span class="chip">
            <Icon name="agree" />
            {t("commit-joint")}
          </span>
        )}
        {isTest(terms) && (
          <span class="chip">
            <Icon name="search" />
            {t("commit-is-test")}
          </span>
        )}
        <span class={terms.by ? "" : "soft"}>{terms.by ? t("commit-by-day", { day: dayOf(terms.by) }) : t("commit-no-day")}</span>
      </p>
    </div>
  );
}

/** Everything else that a promise says. */
export function Details({ terms }: { readonly terms: Terms }) {
  const lines = (["how", "think", "trial", "look", "time", "cost", "cover"] as const).filter((name) => terms[name]);
  if (lines.length === 0 && !terms.review && !terms.option && !terms.tells_family) return null;
  return (
    <dl class="promise-more">
      {terms.option && (
        <div>
          <dt>{t("commit-option")}</dt>
          <dd>{lineOf(terms.option)}</dd>
        </div>
      )}
      {lines.map((name) => (
        <div key={name}>
          <dt>{t(`commit-${name}`)}</dt>
          <dd>{terms[name]}</dd>
        </div>
      ))}
      {terms.review && (
        <div>
          <dt>{t("commit-review")}</dt>
          <dd>{dayOf(terms.review)}</dd>
        </div>
      )}
      {terms.tells_family && (
        <div>
          <dt>{t("commit-tells-family")}</dt>
          <dd>{t("form-yes")}</dd>
        </div>
      )}
    </dl>
  );
}

/** Who an owner is, in words. */
export function OwnerName({ owner }: { readonly owner: Owner }) {
  if (owner.member) return <Person id={owner.member} />;
  if (owner.name === "") return <span>{t("commit-whole-agency", { agency: owner.agency })}</span>;
  return (
    <span>
      <bdi>{owner.name}</bdi> <bdi class="soft">{owner.agency || t("commit-outside")}</bdi>
    </span>
  );
}

const ANSWERS = { yes: "check", no: "close", asked: "dont-know" } as const;

function OwnerLine({ promise, owner, open }: { readonly promise: PromiseRecord; readonly owner: Owner; readonly open: boolean }) {
  const answer = owner.answer ?? "asked";
  const mine = isMe(owner);
  const answers = open && !promise.carried && (mine || (keepsRecord() && answer === "asked"));
  const say = async (yes: boolean) => {
    const { step, promise: id } = promise;
    const outcome = await attempt({ type: "commit.accept", step, promise: id, owner: keyOf(owner), yes });
    if (outcome.ok) announce(t(yes ? "commit-yes-said" : "commit-no-said"));
  };
  return (
    <li class="owner">
      <OwnerName owner={owner} />
      <span class={`chip ${answer === "yes" ? "done" : ""}`}>
        <Icon name={ANSWERS[answer]} />
        {t(`commit-answer-${answer}`)}
      </span>
      {answers && (
        <span class="owner-answers">
          {answer !== "yes" && <DoButton label={t(mine ? "commit-yes" : "commit-they-yes")} look={mine ? "primary" : "quiet"} run={() => say(true)} />}
          {answer !== "no" && <DoButton label={t(mine ? "commit-no" : "commit-they-no")} look="quiet" run={() => say(false)} />}
        </span>
      )}
    </li>
  );
}

interface ChangeProps {
  readonly id: string;
  readonly commit: CommitRecord;
  readonly promise: PromiseRecord;
}

function Change({ id, commit, promise }: ChangeProps) {
  const kept = draft<Draft>(`promise/${promise.step}/${promise.promise}`);
  const now = kept.value ?? draftOf(promise);
  const behind = now.seen !== promise.at;
  const missing = missingFrom(now);
  const leave = () => {
    kept.value = undefined;
    focusSoon(id);
  };
  const save = async () => {
    const { step, promise: own } = promise;
    const { terms, seen } = now;
    const outcome = await attempt({ type: "commit.change", step, promise: own, terms, seen, owners: named(now) });
    if (!outcome.ok) return;
    leave();
    announce(t("commit-changed"));
  };
  return (
    <section class="card active stack" id={id} aria-label={t("commit-change")}>
      {behind && (
        <div class="banner">
          <div class="stack close">
            <p>{t("commit-behind")}</p>
            <What terms={promise.terms} joint={promise.owners.length > 1} />
            <div class="buttons">
              <button type="button" class="button" onClick={leave}>
                {t("form-use-theirs")}
              </button>
              <button type="button" class="button" onClick={() => (kept.value = { ...now, seen: promise.at })}>
                {t("form-keep-mine")}
              </button>
            </div>
          </div>
        </div>
      )}
      <Fields id={`${id}-edit`} commit={commit} now={now} change={(next) => (kept.value = next)} />
      <div class="buttons">
        <DoButton label={t("commit-save")} look="primary" blocked={missing ? t(`commit-missing-${missing}`) : halted()} run={save} />
        <button type="button" class="button" onClick={leave}>
          {t("commit-cancel")}
        </button>
      </div>
    </section>
  );
}
