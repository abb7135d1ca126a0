import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { isChair, me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { focusSoon } from "../../steps/focus.ts";
import { More } from "../../steps/settle/stances.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import type { DisagreementRecord, Side } from "../../wire.ts";
import { t } from "../../words.ts";

export type SideName = keyof DisagreementRecord["sides"];

interface Props {
  readonly of: DisagreementRecord;
  readonly name: SideName;
}

/** Return the side that this person is on, if they are on one. */
export function ownSide(of: DisagreementRecord): SideName | undefined {
  const own = me()?.id ?? "";
  return (["one", "two"] as const).find((name) => own in (of.sides[name].people ?? {}));
}

/** A side: its position in words, who confirms them, and each person with what they said. */
export function SideCard({ of, name }: Props) {
  const side = of.sides[name];
  const people = Object.entries(side.people ?? {});
  const own = ownSide(of) === name;
  const open = of.outcome === "open";
  return (
    <section class={`card stack close ${own ? "active" : ""}`} aria-label={sideTitle(of, name)}>
      <h4>{sideTitle(of, name)}</h4>
      <Position of={of} name={name} edits={open && (own || isChair())} />
      {side.words && <Confirmed side={side} />}
      {own && side.words && !side.confirmed?.includes(me()?.id ?? "") && <ConfirmButton of={of} name={name} />}
      {people.length === 0 ? (
        <p class="soft">{t("side-empty")}</p>
      ) : (
        <ul role="list" class="stack close">
          {people.map(([member, voice]) => (
            <li key={member}>
              <p>
                <bdi>{voice.name}</bdi> <bdi class="soft">{voice.agency}</bdi>
                {side.confirmed?.includes(member) && (
                  <span class="chip done">
                    <Icon name="check" />
                    {t("side-has-confirmed")}
                  </span>
                )}
              </p>
              {voice.note && <blockquote class="words">{voice.note}</blockquote>}
              <More of={voice} />
            </li>
          ))}
        </ul>
      )}
      {open && me()?.role !== "observer" && <Join of={of} name={name} own={own} />}
    </section>
  );
}

/** Sides that came out of a step say no, or agree; others are numbered. */
function sideTitle(of: DisagreementRecord, name: SideName): string {
  return of.about.step ? t(`side-of-step-${name}`) : t(`side-${name}`);
}

/** Say how many of a side stand by its words. */
function Confirmed({ side }: { readonly side: Side }) {
  const of = Object.keys(side.people ?? {}).length;
  return <p class="soft">{t("side-confirmed", { count: side.confirmed?.length ?? 0, of })}</p>;
}

function ConfirmButton({ of, name }: Props) {
  const words = of.sides[name].words ?? "";
  const confirm = async () => {
    const outcome = await attempt({ type: "disagreement.confirm", disagreement: of.id, side: name, words });
    if (outcome.ok) announce(t("side-confirmed-said"));
  };
  return (
    <div class="buttons">
      <DoButton label={t("side-confirm")} icon="check" look="primary" run={confirm} />
    </div>
  );
}

function Position({ of, name, edits }: Props & { readonly edits: boolean }) {
  const words = of.sides[name].words ?? "";
  const kept = draft<string>(`position/${of.id}/${name}`);
  const save = async () => {
    const said = kept.peek() ?? "";
    const outcome = await attempt({ type: "disagreement.word", disagreement: of.id, side: name, words: said });
    if (!outcome.ok) return;
    kept.value = undefined;
    announce(t("side-worded-said"));
  };
  const field = `position-${of.id}-${name}`;
  const write = () => {
    kept.value = words;
    focusSoon(field);
  };
  if (kept.value === undefined) {
    return (
      <>
        {words ? <blockquote class="group-text">{words}</blockquote> : <p class="soft">{t("side-no-words")}</p>}
        {edits && (
          <div class="buttons">
            <button type="button" class="button quiet" onClick={write}>
              <Icon name="edit" />
              {t(words ? "side-reword" : "side-word")}
            </button>
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <WordsField id={field} label={t("side-words")} hint={t("side-words-hint")} value={kept.value} change={(said) => (kept.value = said)} />
      <div class="buttons">
        <DoButton label={t("side-save")} look="primary" blocked={kept.value.trim() ? undefined : t("side-words-first")} run={save} />
        <DoButton label={t("side-cancel")} look="quiet" run={() => (kept.value = undefined)} />
      </div>
    </>
  );
}

function Join({ of, name, own }: Props & { readonly own: boolean }) {
  const join = async () => {
    const outcome = await attempt({ type: "disagreement.join", disagreement: of.id, side: own ? null : name });
    if (outcome.ok) announce(t(own ? "side-left-said" : "side-joined-said"));
  };
  const side = sideTitle(of, name);
  return (
    <div class="buttons">
      <DoButton
        label={t(own ? "side-leave" : "side-join")}
        says={t(own ? "side-leave-says" : "side-join-says", { side })}
        look="quiet"
        run={join}
      />
    </div>
  );
}
