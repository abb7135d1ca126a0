/** Who should be here: each agency, how it stands, and why it is missing. */

import { useState } from "preact/hooks";
import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { roomPath, site } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { isChair } from "../../people.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { region } from "../../steps/names.ts";
import { all, record } from "../../store.ts";
import { t } from "../../words.ts";
import type { ExpectedRecord } from "../../wire.ts";
import { room } from "../agenda.ts";
import { CopyLine } from "../copy-line.tsx";
import { keepsRegister } from "../person-choices.tsx";
import { LineField, SelectField } from "./fields.tsx";
import { isHere, missing, notQuorate, unexplained } from "./who.ts";

const COMING = ["expected", "invited", "coming", "views", "not_invited"] as const;

/** The checklist; the chair and the recorder keep it, everybody reads it. */
export function Checklist() {
  const expected = all("expected");
  const keeps = keepsRegister() && room()?.closed === null;
  if (expected.length === 0 && !keeps) return null;
  return (
    <section class="stack" aria-labelledby="checklist-head">
      <h3 id="checklist-head">{t("checklist-head")}</h3>
      <Quorum />
      {expected.length > 0 && (
        <ul class="checklist" role="list">
          {expected.map((of) => (
            <li key={of.agency} class="checklist-line">
              <Stand of={of} />
              {keeps && <EditLine of={of} />}
            </li>
          ))}
        </ul>
      )}
      {keeps && <AddAgency />}
      {keeps && <Gaps />}
      {keeps && <Chaser />}
    </section>
  );
}

/** Whether the meeting is quorate, in words, where the local rules say what that needs. */
export function Quorum() {
  const rules = record("quorum", "quorum");
  if (!rules || rules.agencies.length === 0) return null;
  const gone = notQuorate();
  return (
    <p class={gone.length ? "status" : "status done"}>
      <Icon name={gone.length ? "warning" : "done"} />
      <span>
        {gone.length ? t("quorum-missing", { agencies: gone.join(", ") }) : t("quorum-all")} {gone.length > 0 && rules.note}
      </span>
    </p>
  );
}

function Stand({ of }: { readonly of: ExpectedRecord }) {
  const here = isHere(of.agency);
  const how = here ? "here" : of.coming;
  return (
    <div>
      <p class="person-name">
        <bdi>{of.agency}</bdi>
      </p>
      <p class={`person-state ${here ? "done" : ""}`}>
        <Icon name={here ? "check" : of.coming === "views" ? "quote" : "upcoming"} />
        {t(`coming-${how}`)}
      </p>
      {!here && of.why && <p class="note soft">{of.why}</p>}
    </div>
  );
}

function EditLine({ of }: { readonly of: ExpectedRecord }) {
  const typed = draft<Pick<ExpectedRecord, "coming" | "why">>(`expect/${of.agency}`);
  const now = typed.value ?? of;
  const needed = now.coming === "not_invited" && !now.why.trim();
  const save = async () => {
    const outcome = await attempt({ type: "agencies.expect", agency: of.agency, coming: now.coming, why: now.why });
    if (!outcome.ok) return;
    typed.value = undefined;
    announce(t("checklist-saved", { agency: of.agency }));
  };
  return (
    <details class="more">
      <summary>
        {t("checklist-change")}
        <span class="visually-hidden"> {of.agency}</span>
      </summary>
      <div class="stack close">
        <SelectField
          label={t("checklist-stands")}
          value={now.coming}
          options={COMING.map((coming) => [coming, t(`coming-${coming}`)] as const)}
          change={(coming) => (typed.value = { coming, why: now.why })}
        />
        <LineField
          label={t(now.coming === "not_invited" ? "checklist-why-not" : "checklist-why")}
          value={now.why}
          most={600}
          change={(why) => (typed.value = { coming: now.coming, why })}
        />
        <div class="buttons">
          <DoButton
            label={t("checklist-save")}
            look="primary"
            blocked={needed ? t("checklist-why-needed") : undefined}
            run={save}
          />
          <DoButton
            label={t("checklist-remove")}
            look="quiet"
            run={() => attempt({ type: "agencies.unexpect", agency: of.agency })}
          />
        </div>
      </div>
    </details>
  );
}

function AddAgency() {
  const [agency, setAgency] = useState("");
  const add = async () => {
    const outcome = await attempt({ type: "agencies.expect", agency });
    if (outcome.ok) setAgency("");
  };
  return (
    <div class="stack close">
      <LineField label={t("checklist-add")} value={agency} most={60} change={setAgency} />
      <div class="buttons">
        <DoButton
          label={t("checklist-add-button")}
          icon="add"
          blocked={agency.trim() ? undefined : t("checklist-add-needed")}
          run={add}
        />
      </div>
    </div>
  );
}

/** A line to send to those who are missing; the room sends nothing by itself. */
export function Chaser() {
  const where = room();
  const gone = missing();
  if (!where || gone.length === 0) return null;
  const code = document.body.dataset["room"] ?? "";
  const agencies = gone.map((of) => of.agency).join(", ");
  const facts = { title: where.title, agencies, code, link: site() + roomPath() };
  const line =
    where.starts === null ? t("chaser-now", facts) : t("chaser-at", { ...facts, when: whenOf(where.starts) });
  return <CopyLine link={line} label={t("chaser-head")} long />;
}

function whenOf(at: number): string {
  return new Intl.DateTimeFormat(region(document.documentElement.lang), { dateStyle: "full", timeStyle: "short" }).format(at);
}

/** What the register still lacks, for the chair. It nudges, and stops nobody. */
export function Gaps() {
  const gaps = registerGaps();
  if (!isChair() || gaps.length === 0) return null;
  return (
    <ul class="kept-list">
      {gaps.map((gap) => (
        <li key={gap}>{gap}</li>
      ))}
    </ul>
  );
}

/** Return what the register still lacks, as the chair is told it. */
export function registerGaps(): readonly string[] {
  if (!room()?.case) return [];
  const gone = unexplained().map((of) => of.agency);
  const silent = all("member").filter(
    (of) => of.role !== "family" && of.role !== "observer" && !record("reach", `reach/${of.id}`)?.complete,
  );
  return [
    ...(gone.length > 0 ? [t("gap-missing", { agencies: gone.join(", ") })] : []),
    ...(silent.length > 0 ? [t("gap-contacts", { names: silent.map((of) => of.name).join(", ") })] : []),
  ];
}
