import { Scale } from "../../charts/gauge.tsx";
import { tenths } from "../../charts/gauge.ts";
import { now } from "../../clock.ts";
import { Icon, type IconName } from "../../icons.tsx";
import type { TableCardRecord, TableRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { answeredWords, behindWords, planWords, timeWords } from "./cards.ts";
import { peopleAt, tableName } from "./tables.ts";
import { visitPath } from "./making.ts";
import { show } from "./view.ts";

interface Props {
  readonly table: TableRecord;
  readonly card: TableCardRecord | undefined;
}

/** One table at work. Each line has its place from the start, so that nothing jumps when one fills. */
export function TableCard({ table, card }: Props) {
  const help = card?.help ?? null;
  return (
    <li class={help === null ? "card hall-card" : "card hall-card asks"}>
      <div class="hall-card-head">
        <h2>{tableName(table)}</h2>
        <MoreAbout table={table} />
      </div>
      {help !== null && (
        <p class="hall-help">
          <Icon name="hand" />
          {t("hall-desk-help", { minutes: Math.max(0, Math.floor((now.value - help) / 60_000)) })}
        </p>
      )}
      {card ? <Lines card={card} /> : <p class="soft">{t("hall-desk-size", { count: peopleAt(table.id).length })}</p>}
      <Acts table={table} asks={help !== null} />
    </li>
  );
}

/** What is out of the ordinary, in one chip: the rest of the card says how it gets on. */
function State({ card }: { readonly card: TableCardRecord }) {
  if (card.held) return <Chip icon="pause" kind="" text={t("hall-desk-held")} />;
  if (card.finished) return <Chip icon="done" kind="done" text={t("hall-desk-finished")} />;
  if (card.behind !== null) return <Chip icon="warning" kind="worry" text={t("hall-desk-behind")} />;
  if (card.paused) return <Chip icon="pause" kind="" text={t("hall-desk-paused")} />;
  return null;
}

function Chip({ icon, kind, text }: { readonly icon: IconName; readonly kind: string; readonly text: string }) {
  return (
    <span class={`chip ${kind}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

function Lines({ card }: { readonly card: TableCardRecord }) {
  const behind = behindWords(card);
  const time = timeWords(card, now.value);
  const plan = planWords(card.late);
  const answered = answeredWords(card);
  return (
    <>
      <div class="hall-step">
        <div class="split">
          <p class="note soft">
            {card.step === null ? t("head-before-start") : t("head-step", { number: card.number, of: card.of })}
          </p>
          <State card={card} />
        </div>
        <p class="hall-step-title">{card.title}</p>
      </div>
      {behind && (
        <p class="status">
          <Icon name="warning" />
          {t(behind.id)}
        </p>
      )}
      <dl class="hall-lines">
        <Line name={t("hall-desk-line-time")}>
          {t(time.id, time.args)}
        </Line>
        <Line name={t("hall-desk-line-plan")}>{t(plan.id, plan.args)}</Line>
        <Line name={t("hall-desk-line-people")}>
          {card.seated === 0 ? t("hall-desk-size", { count: 0 }) : t("hall-desk-here", { here: card.here, seated: card.seated })} ·{" "}
          {card.chair !== "" ? t("hall-desk-chair", { name: card.chair }) : t(card.runs_itself ? "hall-desk-itself" : "hall-desk-no-chair")}
        </Line>
        <Line name={t("hall-desk-line-answers")}>{t(answered.id, answered.args)}</Line>
        <Line name={t("hall-desk-line-agreement")}>
          <Agreement card={card} />
        </Line>
      </dl>
    </>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How often two people put two statements in the same order; the tall mark is chance. */
function Agreement({ card }: { readonly card: TableCardRecord }) {
  if (card.agreement === null) return <>{t("hall-desk-no-ranking")}</>;
  const now = tenths(card.agreement);
  return (
    <>
      {t("hall-desk-agreement", { tenths: now, people: card.people })}
      <span class="hall-gauge">
        <Scale marks={[{ tenths: now, pass: "now" }]} />
      </span>
    </>
  );
}

function Acts({ table, asks }: { readonly table: TableRecord; readonly asks: boolean }) {
  const named = { table: tableName(table) };
  return (
    <div class="buttons">
      <form method="post" action={visitPath(table.id)} target="_blank" rel="noopener">
        <button type="submit" class={asks ? "button primary" : "button"} aria-label={t("hall-desk-visit-table", named)}>
          <Icon name="visible" />
          {t("hall-desk-visit")}
        </button>
      </form>
      <button
        type="button"
        class="button"
        aria-label={t("hall-desk-nudge-table", named)}
        onClick={() => show({ what: "nudge", table: table.id })}
      >
        <Icon name="speak" />
        {t("hall-desk-nudge")}
      </button>
    </div>
  );
}

/** The way to everything else about a table. */
export function MoreAbout({ table }: { readonly table: TableRecord }) {
  return (
    <button
      type="button"
      class="button quiet icon-only"
      aria-label={t("hall-desk-table-options", { table: tableName(table) })}
      onClick={() => show({ what: "table", table: table.id })}
    >
      <Icon name="more" />
    </button>
  );
}
