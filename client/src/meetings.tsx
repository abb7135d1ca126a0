/** The page of one's own meetings on this device, and of what is not agreed in them. */

import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { forgetMeetings, type Mine, myMeetings } from "./my-meetings.ts";
import { type Found, type Log, notAgreed } from "./open-disagreements.ts";
import { dayAt } from "./steps/day.ts";
import { t } from "./words.ts";

/** The meetings that this browser has a seat in, and the way to each. */
export function Meetings() {
  const [meetings, setMeetings] = useState(myMeetings);
  const forget = () => {
    forgetMeetings();
    setMeetings([]);
    document.getElementById("mine-none")?.focus();
  };
  return (
    <main id="main" class="page-main stack open">
      <header class="stack close">
        <h1>{t("mine-head")}</h1>
        <p class="soft" id="mine-none" tabIndex={-1}>
          {meetings.length > 0 ? t("mine-here-only") : t("mine-empty")}
        </p>
      </header>
      {meetings.length > 0 && (
        <>
          <ul class="stack" role="list">
            {meetings.map((one) => (
              <Meeting key={one.code} one={one} />
            ))}
          </ul>
          <Disagreements meetings={meetings} />
        </>
      )}
      <div class="buttons">
        <a class="button" href="/">
          <Icon name="join" />
          {t("mine-join")}
        </a>
        <a class="button" href="/start">
          <Icon name="add" />
          {t("mine-start")}
        </a>
        {meetings.length > 0 && (
          <button type="button" class="button danger" onClick={forget}>
            <Icon name="delete" />
            {t("mine-forget")}
          </button>
        )}
      </div>
    </main>
  );
}

function Meeting({ one }: { readonly one: Mine }) {
  return (
    <li class="card stack close">
      <h2>
        <a href={`/r/${one.code}`}>{one.title}</a>
      </h2>
      <p class="soft">
        {dayAt(one.at)} · {one.closed ? t("mine-closed") : t("mine-open")}
      </p>
      <p class="buttons">
        <a class="button quiet" href={`/r/${one.code}/sheet`} aria-label={t("mine-sheet-of", { title: one.title })}>
          <Icon name="minutes" />
          {t("mine-sheet")}
        </a>
        {one.leads && (
          <a class="button quiet" href={`/r/${one.code}/follow`} aria-label={t("mine-follow-of", { title: one.title })}>
            <Icon name="forward" />
            {t("mine-follow")}
          </a>
        )}
      </p>
    </li>
  );
}

/** What is not agreed in any of them, the highest stage first, and there the oldest. */
function Disagreements({ meetings }: { readonly meetings: readonly Mine[] }) {
  const [logs, setLogs] = useState<readonly Log[]>([]);
  useEffect(() => {
    void Promise.all(meetings.map((one) => fetchLog(one.code))).then((found) =>
      setLogs(found.flatMap((log) => (log ? [log] : []))),
    );
  }, []);
  const open = notAgreed(logs);
  if (open.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("mine-disagreements")}</h2>
      <ul class="stack" role="list">
        {open.map(({ log, line }) => (
          <Open key={line.id} log={log} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Open({ log, line }: Found) {
  return (
    <li class="card stack close">
      <h3>
        <a href={`/r/${log.room}`}>{line.title}</a>
      </h3>
      <p>{t("mine-stage", { stage: line.stage, name: line.stage_name, days: line.age_days })}</p>
      {line.overdue && (
        <p class="status">
          <Icon name="warning" />
          {t("mine-overdue")}
        </p>
      )}
      <p class="buttons">
        <a class="button quiet" href={`/r/${log.room}/follow?template=disagreement`}>
          <Icon name="forward" />
          {t("mine-follow-disagreement")}
        </a>
      </p>
    </li>
  );
}

async function fetchLog(code: string): Promise<Log | undefined> {
  try {
    const answer = await fetch(`/r/${code}/disagreements.json`);
    return answer.ok ? ((await answer.json()) as Log) : undefined;
  } catch {
    return undefined;
  }
}
