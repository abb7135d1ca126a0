import type { RefObject } from "preact";
import { t } from "../words.ts";
import type { RecordFile } from "./form.ts";
import { keyMark, markOf } from "./hashes.ts";
import type { Finding, Verdict } from "./verify.ts";

interface Shown {
  readonly verdict: Verdict;
  readonly name: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What was found, the most important first. */
export function Result({ verdict, name, heading }: Shown) {
  const { status, findings, file, confirmed } = verdict;
  return (
    <section class={`result stack is-${status}`} aria-labelledby="result">
      <p class="kicker">
        <bdi>{name}</bdi>
      </p>
      <h2 id="result" tabIndex={-1} ref={heading}>
        {t(`verify-status-${status}`)}
      </h2>
      <p class="lead">{summary(verdict)}</p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={finding.code}>{harm(finding)}</li>
          ))}
        </ul>
      )}
      {status === 0 && (
        <ul>
          {confirmed.map((by) => (
            <li key={by}>{t(`verify-confirmed-${by}`)}</li>
          ))}
          {confirmed.length === 0 && <li>{t("verify-unconfirmed")}</li>}
        </ul>
      )}
      {status === 0 && file && <Sealed file={file} />}
    </section>
  );
}

/** Return what was found as one who does not see it needs to hear it. */
export function inWords(verdict: Verdict): string {
  const { status, findings, confirmed } = verdict;
  const fits = confirmed.map((by) => t(`verify-confirmed-${by}`));
  return `${t(`verify-status-${status}`)}. ${[...findings.map(harm), ...fits].join(" ")}`;
}

function summary({ status, file }: Verdict): string {
  if (status === 1) return t("verify-not-genuine");
  if (status === 2) return t("verify-not-readable");
  const count = file?.copy.statement.withheld.length ?? 0;
  return count > 0 ? t("verify-partly", { count }) : t("verify-whole");
}

function harm({ code, entries, count }: Finding): string {
  const more = count > entries.length && entries.length > 0 ? "…" : "";
  return t(`verify-harm-${code}`, { count, entries: entries.join(", ") + more });
}

function Sealed({ file }: { readonly file: RecordFile }) {
  const { edition, entries, at, key } = file.seal.statement;
  const { made, withheld, grounds } = file.copy.statement;
  const on = (ground: string) => withheld.filter((each) => each.ground === ground).length;
  return (
    <>
      <p>
        {t("verify-edition", { edition, count: entries, when: moment(at) })} {t("verify-copied", { when: moment(made) })}
      </p>
      {grounds.some(([ground]) => on(ground) > 0) && (
        <ul>
          {grounds.map(([ground, why]) => on(ground) > 0 && <li>{t("verify-because", { count: on(ground), why })}</li>)}
        </ul>
      )}
      <dl class="marks">
        <dt>{t("verify-mark")}</dt>
        <dd class="mark">{markOf(file.seal)}</dd>
        <dt>{t("verify-key")}</dt>
        <dd class="mark">{keyMark(key)}</dd>
      </dl>
    </>
  );
}

const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

function moment(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : clock.format(date);
}
