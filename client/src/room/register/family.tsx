/** What is written down about the family: consent, the lead worker, and who is not here at their wish. */

import { attempt, newId } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { announce } from "../../status.ts";
import { dayOf } from "../../steps/day.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import { all, record } from "../../store.ts";
import { t } from "../../words.ts";
import type { ConsentRecord, LeftOutRecord } from "../../wire.ts";
import { room } from "../agenda.ts";
import { keepsRegister } from "../person-choices.tsx";
import { LineField, SelectField } from "./fields.tsx";

const ASKED = ["child", "family", "knows"] as const;
const ANSWERS = ["yes", "no", "not_sought"] as const;

function mayWrite(): boolean {
  return keepsRegister() && room()?.closed === null;
}

/** Who leads, and whether the child and the family agree and know. */
export function FamilySide() {
  return (
    <section class="stack" aria-labelledby="family-head">
      <h3 id="family-head">{t("family-head")}</h3>
      <Lead />
      {ASKED.map((of) => (
        <Consent key={of} of={of} />
      ))}
      <LeftOut />
    </section>
  );
}

function Lead() {
  const lead = record("lead", "lead")?.who ?? "";
  const typed = draft<string>("lead");
  if (!mayWrite()) {
    return (
      <p>
        <strong>{t("lead-head")}</strong> {lead ? <bdi>{lead}</bdi> : <span class="soft">{t("lead-nobody")}</span>}
      </p>
    );
  }
  const now = typed.value ?? lead;
  const save = async () => {
    const outcome = await attempt({ type: "register.set_lead", who: now });
    if (!outcome.ok) return;
    typed.value = undefined;
    announce(t("lead-saved"));
  };
  return (
    <div class="stack close">
      <LineField
        label={t("lead-head")}
        hint={t("lead-hint")}
        value={now}
        list="lead-names"
        change={(who) => (typed.value = who)}
      />
      <datalist id="lead-names">
        {all("member").map((of) => (
          <option key={of.id} value={`${of.name}, ${of.agency}`} />
        ))}
      </datalist>
      {now !== lead && (
        <div class="buttons">
          <DoButton label={t("lead-save")} look="primary" run={save} />
        </div>
      )}
    </div>
  );
}

type Answer = Pick<ConsentRecord, "answer" | "why" | "on">;

function Consent({ of }: { readonly of: ConsentRecord["of"] }) {
  const kept = record("consent", `consent/${of}`);
  const typed = draft<Answer>(`consent/${of}`);
  const said = kept && `${t(`consent-${kept.answer}`)}${kept.on ? `, ${dayOf(kept.on)}` : ""}`;
  const now: Answer = typed.value ?? kept ?? { answer: "yes", why: "", on: "" };
  const needed = now.answer !== "yes" && !now.why.trim();
  const edit = (change: Partial<Answer>) =>
    (typed.value = { answer: now.answer, why: now.why, on: now.on, ...change });
  const save = async () => {
    const outcome = await attempt({ type: "register.set_consent", of, answer: now.answer, why: now.why, on: now.on });
    if (!outcome.ok) return;
    typed.value = undefined;
    announce(t("consent-saved"));
  };
  return (
    <div class="stack close">
      <p>
        <strong>{t(`consent-of-${of}`)}</strong> {said ?? <span class="soft">{t("consent-unasked")}</span>}
        {kept?.why && <span class="soft"> {kept.why}</span>}
      </p>
      {mayWrite() && (
        <details class="more" open={typed.value !== undefined}>
          <summary>
            {t("consent-change")}
            <span class="visually-hidden"> {t(`consent-of-${of}`)}</span>
          </summary>
          <div class="stack close">
            <SelectField
              label={t(`consent-of-${of}`)}
              value={now.answer}
              options={ANSWERS.map((answer) => [answer, t(`consent-${answer}`)] as const)}
              change={(answer) => edit({ answer })}
            />
            <LineField label={t("consent-why")} value={now.why} most={600} change={(why) => edit({ why })} />
            <LineField label={t("consent-on")} type="date" value={now.on} change={(on) => edit({ on })} />
            <div class="buttons">
              <DoButton
                label={t("consent-save")}
                look="primary"
                blocked={needed ? t("consent-why-needed") : undefined}
                run={save}
              />
            </div>
          </div>
        </details>
      )}
    </div>
  );
}

type Line = Omit<LeftOutRecord, "type">;

const NOBODY = { who: "", reason: "", carrier: "", not_engaging: "", threshold: "" };

function LeftOut() {
  const people = all("left_out");
  if (people.length === 0 && !mayWrite()) return null;
  return (
    <div class="stack close">
      <h4>{t("left-out-head")}</h4>
      {people.length > 0 && (
        <ul role="list" class="stack close">
          {people.map((of) => (
            <li key={of.line} class="card sunk stack close">
              <p class="person-name">
                <bdi>{of.who}</bdi>
              </p>
              <dl class="facts">
                {(["reason", "carrier", "not_engaging", "threshold"] as const).map((part) => (
                  <div key={part}>
                    <dt>{t(`left-out-${part}`)}</dt>
                    <dd>{of[part] || t("card-empty")}</dd>
                  </div>
                ))}
              </dl>
              {mayWrite() && <LeftOutForm of={of} />}
            </li>
          ))}
        </ul>
      )}
      {mayWrite() && <LeftOutForm key={people.length} />}
    </div>
  );
}

/** The line of one person, or of one more. Two lines have to be thought of before it is kept. */
function LeftOutForm({ of }: { readonly of?: LeftOutRecord }) {
  const typed = draft<Line>(`left-out/${of?.line ?? "new"}`);
  const now: Line = typed.value ?? of ?? { line: newId(), ...NOBODY };
  const edit = (change: Partial<Line>) => (typed.value = { ...lineOf(now), ...change });
  const ready = now.who.trim() && now.not_engaging.trim() && now.threshold.trim();
  const send = async (line: Line) => {
    const outcome = await attempt({ type: "register.leave_out", ...line });
    if (!outcome.ok) return;
    typed.value = undefined;
    announce(t("left-out-saved"));
  };
  return (
    <details class="more" open={typed.value !== undefined}>
      <summary>{of ? t("left-out-change", { who: of.who }) : t("left-out-add")}</summary>
      <div class="stack close">
        <LineField label={t("left-out-who")} value={now.who} change={(who) => edit({ who })} />
        <WordsField label={t("left-out-reason")} value={now.reason} change={(reason) => edit({ reason })} />
        <LineField label={t("left-out-carrier")} value={now.carrier} change={(carrier) => edit({ carrier })} />
        <WordsField
          label={t("left-out-not_engaging")}
          value={now.not_engaging}
          change={(not_engaging) => edit({ not_engaging })}
        />
        <WordsField
          label={t("left-out-threshold")}
          value={now.threshold}
          change={(threshold) => edit({ threshold })}
        />
        <div class="buttons">
          <DoButton
            label={t("left-out-save")}
            look="primary"
            blocked={ready ? undefined : t("left-out-needed")}
            run={() => send(lineOf(now))}
          />
          {of && (
            <DoButton
              label={t("left-out-remove")}
              look="quiet"
              run={() => send({ ...lineOf(of), who: "" })}
            />
          )}
        </div>
      </div>
    </details>
  );
}

function lineOf({ line, who, reason, carrier, not_engaging, threshold }: Line): Line {
  return { line, who, reason, carrier, not_engaging, threshold };
}
