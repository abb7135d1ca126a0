import { Icon } from "../../icons.tsx";
import { showDisagreement } from "../../room/disagreements.tsx";
import { Remarks } from "../../room/remarks.tsx";
import type { SlotRecord, StanceRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { FoldWhenMany, Person } from "../named.tsx";
import { namesOf } from "../names.ts";
import { missingOn, stancesOn } from "./records.ts";
import { dissent, fall, FEARS, type Fears, ICONS, type StanceWord } from "./stance.ts";
import { TwoVoices } from "./two-voices.tsx";

/** Where everybody stands on an open place, and who has not been heard. */
export function Stances({ slot }: { readonly slot: SlotRecord }) {
  const missing = missingOn(slot);
  return (
    <>
      <Rows slot={slot} />
      <TwoVoices slot={slot} />
      {missing.length > 0 && <p class="soft">{t("settle-not-heard", { names: namesOf(missing) })}</p>}
      <Dissent slot={slot} />
    </>
  );
}

/** How a settled place came about: all agree only when it is true, else who did not, and why. */
export function Settled({ slot }: { readonly slot: SlotRecord }) {
  const stances = stancesOn(slot);
  const who = (word: StanceWord) => stances.filter((stance) => stance.word === word).map((stance) => stance.member);
  const said = [
    { id: "settle-said-no", members: who("no") },
    { id: "settle-said-not-mine", members: who("not_mine") },
    { id: "settle-was-missing", members: slot.missing },
    { id: "settle-was-away", members: slot.away },
  ];
  return (
    <>
      {slot.all_here_agree && (
        <p>
          <span class="chip done">
            <Icon name="agree" />
            {t(slot.all_agree ? "settle-all-agree" : "settle-all-here-agree", { aim: slot.aim })}
          </span>
        </p>
      )}
      {slot.because && <p>{t("settle-because-was", { because: slot.because })}</p>}
      {slot.likely && <p>{t("settle-likely-was", { likely: slot.likely })}</p>}
      {slot.next && <p>{t("settle-next-was", { next: slot.next })}</p>}
      {said.map(({ id, members }) => members.length > 0 && <p key={id}>{t(id, { names: namesOf(members) })}</p>)}
      <Dissent slot={slot} />
      {stances.length > 0 && (
        <details class="more">
          <summary>{t("settle-who-stands")}</summary>
          <Rows slot={slot} />
          <TwoVoices slot={slot} />
        </details>
      )}
    </>
  );
}

/** Everybody's stance by name, with the words they added. */
function Rows({ slot }: { readonly slot: SlotRecord }) {
  const rows = fall(stancesOn(slot));
  if (rows.length === 0) return null;
  return (
    <ul class="stance-rows" role="list">
      {rows.map(({ word, stances }) => (
        <li key={word} class="stance-row">
          <Icon name={ICONS[word]} />
          <span>{t(`stance-${word}`)}</span>
          <span class="num">{stances.length}</span>
          <div class="stance-people">
            <FoldWhenMany count={stances.length} summary={t("settle-who")}>
              <Takers stances={stances} />
            </FoldWhenMany>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The people who take a stance, with what they added; the words of a no stand by themselves below. */
function Takers({ stances }: { readonly stances: readonly StanceRecord[] }) {
  return (
    <ul class="named-list" role="list">
      {stances.map(({ step, slot, member, word, note }) => (
        <li key={member} class={note && word !== "no" ? "with-words" : ""}>
          <Person id={member} />
          {note && word !== "no" && (
            <>
              <blockquote class="words">{note}</blockquote>
              <Remarks step={step} about={`stance/${slot}/${member}`} quote={note} of={member} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Each "no" in the person's own words, kept beside what was agreed. */
function Dissent({ slot }: { readonly slot: SlotRecord }) {
  const against = dissent(stancesOn(slot));
  if (against.length === 0) return null;
  return (
    <section class="dissent">
      <h3>{t(slot.settled ? "settle-dissent" : "settle-no-yet")}</h3>
      {against.map((stance) => (
        <blockquote key={stance.member}>
          <p>{stance.note}</p>
          <More of={stance} />
          <footer>
            <Person id={stance.member} />
          </footer>
          <Remarks step={slot.step} about={`stance/${slot.slot}/${stance.member}`} quote={stance.note} of={stance.member} />
        </blockquote>
      ))}
      {slot.escalated && (
        <div class="buttons">
          <button type="button" class="button" onClick={() => showDisagreement(slot.escalated)}>
            <Icon name="up" />
            {t("ways-escalated")}
          </button>
        </div>
      )}
    </section>
  );
}

/** What is feared, on what evidence, and what would settle it: as far as the person said. */
export function More({ of }: { readonly of: Fears }) {
  const said = FEARS.filter((name) => of[name]);
  if (said.length === 0) return null;
  return (
    <dl class="fears">
      {said.map((name) => (
        <div key={name}>
          <dt>{t(`feared-${name}`)}</dt>
          <dd>{of[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
