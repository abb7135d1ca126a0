import { useId } from "preact/hooks";
import { now } from "../../clock.ts";
import { attempt } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { Icon } from "../../icons.tsx";
import { isChair } from "../../people.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { WordsField } from "../../steps/words-field.tsx";
import { all } from "../../store.ts";
import type { DisagreementRecord, Side } from "../../wire.ts";
import { t } from "../../words.ts";
import { ageInDays, dayInWords, endOfDay, fieldDay, isOverdue } from "./days.ts";

interface Props {
  readonly of: DisagreementRecord;
}

/** At which stage it is, how old it is, and by when it should move. */
export function StageLine({ of }: Props) {
  const { stage, stage_names: names } = of;
  return (
    <span class="cluster">
      <span class="chip">{t("stage-of", { stage, of: names.length, name: names[stage - 1] ?? "" })}</span>
      {of.outcome === "open" ? <Due of={of} /> : <span class="chip done">{t(`outcome-${of.outcome}`)}</span>}
      <span class="soft">{t("stage-people", { one: count(of.sides.one), two: count(of.sides.two) })}</span>
      <span class="soft">{t("stage-age", { days: ageInDays(of.opened, now.value) })}</span>
    </span>
  );
}

function count(side: Side): number {
  return Object.keys(side.people ?? {}).length;
}

function Due({ of }: Props) {
  const day = dayInWords(of.due);
  if (!isOverdue(of, now.value)) return <span class="soft">{t("stage-due", { day })}</span>;
  return (
    <span class="chip worry">
      <Icon name="warning" />
      {t("stage-overdue", { day })}
    </span>
  );
}

/** The stages, what has led from one to the next, and who sees to it. */
export function Stages({ of }: Props) {
  const steers = isChair() && of.outcome === "open";
  return (
    <section class="stack close" aria-label={t("stage-title")}>
      <h4>{t("stage-title")}</h4>
      <ol class="stages" role="list">
        {of.stage_names.map((name, at) => (
          <StageRow key={name} of={of} number={at + 1} name={name} />
        ))}
      </ol>
      {of.outcome === "open" && <Due of={of} />}
      <p>{of.owner_name ? t("stage-owner-is", { name: of.owner_name }) : t("stage-owner-none")}</p>
      {steers && <Assign of={of} />}
      {steers && of.stage < of.stage_names.length && <MoveUp of={of} />}
    </section>
  );
}

function StageRow({ of, number, name }: Props & { readonly number: number; readonly name: string }) {
  const move = of.history.find((each) => each.stage === number);
  const current = of.stage === number;
  return (
    <li class={`stage-row ${current ? "now" : ""}`} aria-current={current ? "step" : undefined}>
      <Icon name={current ? "now" : move ? "check" : "upcoming"} />
      <span>
        {number}. {name}
        {move && <span class="soft"> {t(move.urgent ? "stage-since-urgent" : "stage-since", { day: dayInWords(move.at) })}</span>}
        {move?.because && <span class="stage-because">{move.because}</span>}
      </span>
    </li>
  );
}

function Assign({ of }: Props) {
  const [who, when] = [useId(), useId()];
  const assign = async (owner: string | null, due: number) => {
    const outcome = await attempt({ type: "disagreement.assign", disagreement: of.id, owner, due });
    if (outcome.ok) announce(t("stage-assigned-said"));
  };
  return (
    <div class="pair">
      <div class="field">
        <label for={who}>{t("stage-owner")}</label>
        <select id={who} class="input" value={of.owner ?? ""} onChange={(event) => void assign(event.currentTarget.value || null, of.due)}>
          <option value="">{t("stage-owner-nobody")}</option>
          {all("member").map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}, {member.agency}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={when}>{t("stage-by-when")}</label>
        <input
          id={when}
          class="input"
          type="date"
          value={fieldDay(of.due)}
          onChange={(event) => {
            const due = endOfDay(event.currentTarget.value);
            if (due !== undefined) void assign(of.owner, due);
          }}
        />
      </div>
    </div>
  );
}

interface Up {
  readonly because: string;
  readonly urgent: boolean;
  readonly stage: number;
}

/** Take it one stage up, or, where it is urgent, further. */
function MoveUp({ of }: Props) {
  const kept = draft<Up>(`stage/${of.id}`);
  const next = of.stage + 1;
  const typed = kept.value;
  const now = typed && typed.stage >= next ? typed : { because: typed?.because ?? "", urgent: false, stage: next };
  const skips = now.urgent && now.stage > next;
  const move = async () => {
    const { because, urgent } = now;
    const stage = urgent ? now.stage : next;
    const outcome = await attempt({ type: "disagreement.move", disagreement: of.id, stage, because, urgent });
    if (!outcome.ok) return;
    kept.value = undefined;
    announce(t("stage-moved-said", { name: of.stage_names[stage - 1] ?? "" }));
  };
  const names = of.stage_names;
  return (
    <details class="more" open={typed !== undefined}>
      <summary>{t("stage-up", { name: names[next - 1] ?? "" })}</summary>
      <div class="stack close">
        <WordsField label={t("stage-because")} value={now.because} change={(because) => (kept.value = { ...now, because })} />
        {next < names.length && (
          <label class="check">
            <input type="checkbox" checked={now.urgent} onChange={(event) => (kept.value = { ...now, urgent: event.currentTarget.checked })} />
            <span>{t("stage-urgent")}</span>
          </label>
        )}
        {now.urgent && (
          <div class="segments" role="radiogroup" aria-label={t("stage-which")}>
            {names.slice(next - 1).map((name, at) => (
              <label key={name} class="segment">
                <input type="radio" name={`stage-${of.id}`} checked={now.stage === next + at} onChange={() => (kept.value = { ...now, stage: next + at })} />
                {name}
              </label>
            ))}
          </div>
        )}
        <div class="buttons">
          <DoButton
            label={t("stage-up-go")}
            icon="up"
            look="primary"
            blocked={skips && !now.because.trim() ? t("stage-because-first") : undefined}
            run={move}
          />
        </div>
      </div>
    </details>
  );
}
