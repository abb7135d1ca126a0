import { Icon } from "../../icons.tsx";
import { Badge, Name } from "../../people.tsx";
import type { SlotRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { namesOf } from "../names.ts";
import { missingOn, stancesOn } from "./records.ts";
import { fall, ICONS } from "./stance.ts";

/** Where everybody stands on a place, by name, with their own words; and who has not been heard. */
export function Stances({ slot }: { readonly slot: SlotRecord }) {
  const fallen = fall(stancesOn(slot));
  const missing = missingOn(slot);
  return (
    <>
      <ul class="stance-rows" role="list">
        {fallen.map(({ word, stances }) => (
          <li key={word} class="stance-row">
            <Icon name={ICONS[word]} />
            <span>{t(`stance-${word}`)}</span>
            <span class="num">{stances.length}</span>
            <div class="badges">
              {stances.map((stance) => (
                <span key={stance.member} class="cluster">
                  <Badge id={stance.member} />
                  <Name id={stance.member} />
                  {stance.note && word !== "no" && <q>{stance.note}</q>}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p class="soft">{t(slot.settled ? "settle-was-missing" : "settle-not-heard", { names: namesOf(missing) })}</p>
      )}
      <Dissent slot={slot} />
    </>
  );
}

/** Each "no" in the person's own words, kept beside what was agreed. */
function Dissent({ slot }: { readonly slot: SlotRecord }) {
  const against = stancesOn(slot).filter((stance) => stance.word === "no");
  if (against.length === 0) return null;
  return (
    <section class="dissent">
      <h4>{t("settle-dissent")}</h4>
      {against.map((stance) => (
        <blockquote key={stance.member}>
          <p>{stance.note}</p>
          <footer class="cluster">
            <Badge id={stance.member} />
            <Name id={stance.member} />
          </footer>
        </blockquote>
      ))}
    </section>
  );
}

/** How a settled place came about: all agree only when it is true, else who did not. */
export function Verdict({ slot }: { readonly slot: SlotRecord }) {
  const fallen = fall(stancesOn(slot));
  const of = (word: string) => fallen.find((each) => each.word === word)?.stances.map((stance) => stance.member) ?? [];
  const [no, notMine] = [of("no"), of("not_mine")];
  return (
    <>
      {slot.all_agree && (
        <p class="chip done">
          <Icon name="agree" />
          {t("settle-all-agree")}
        </p>
      )}
      {no.length > 0 && <p>{t("settle-said-no", { names: namesOf(no) })}</p>}
      {notMine.length > 0 && <p>{t("settle-said-not-mine", { names: namesOf(notMine) })}</p>}
      {slot.because && <p>{t("settle-because-was", { because: slot.because })}</p>}
    </>
  );
}
