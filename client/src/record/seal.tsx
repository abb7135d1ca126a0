/** The sealed record: by which mark to know it, the agency's copy, and who has theirs. */

import { useState } from "preact/hooks";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { isChair } from "../people.tsx";
import { room } from "../room/agenda.ts";
import { Problem } from "../room/register/fields.tsx";
import { seatQuery } from "../seat.ts";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { dayAt } from "../steps/day.ts";
import { record } from "../store.ts";
import type { SealRecord } from "../wire.ts";
import { t } from "../words.ts";

export function Seal() {
  const seal = record("seal", "seal");
  if (room()?.closed === null) return null;
  return (
    <section class="stack no-print" aria-labelledby="seal-head">
      <h2 id="seal-head">{t("seal-head")}</h2>
      {seal ? <Sealed seal={seal} /> : <p class="soft">{t("seal-soon")}</p>}
    </section>
  );
}

function Sealed({ seal }: { readonly seal: SealRecord }) {
  return (
    <>
      <p>{t("seal-what", { edition: seal.edition, day: dayAt(seal.at) })}</p>
      <div class="seal-mark">
        <p class="soft">{t("seal-mark")}</p>
        <p class="seal-letters">{seal.mark}</p>
        <p class="hint">{t("seal-mark-how")}</p>
      </div>
      <div class="buttons">
        <a class="button" href={roomPath("/copy") + seatQuery()} download>
          <Icon name="download" />
          {t("seal-take")}
        </a>
        <a class="button quiet" href={roomPath("/receipt") + seatQuery()} download>
          <Icon name="shield" />
          {t("seal-receipt")}
        </a>
        <a class="button quiet" href="/verify" download>
          <Icon name="download" />
          {t("seal-check")}
        </a>
      </div>
      <p class="hint">{t("seal-receipt-how")}</p>
      {seal.agencies.length > 0 ? (
        <p class="status">
          <Icon name="done" />
          {t("seal-agencies", { agencies: seal.agencies.join(", ") })}
        </p>
      ) : (
        <p class="soft">{t("seal-nobody")}</p>
      )}
      {seal.behind && <Behind seal={seal} />}
    </>
  );
}

function Behind({ seal }: { readonly seal: SealRecord }) {
  const [problem, setProblem] = useState("");
  const edition = seal.edition + 1;
  const run = async () => {
    const sentence = await sealAgain();
    setProblem(sentence);
    announce(sentence || t("seal-done", { edition }));
  };
  return (
    <div class="stack close">
      <p class="status">
        <Icon name="change" />
        {t("seal-behind")}
      </p>
      {problem && (
        <Problem>
          <Icon name="warning" /> {problem}
        </Problem>
      )}
      {isChair() && (
        <div class="buttons">
          <DoButton icon="lock" label={t("seal-again", { edition })} run={run} />
        </div>
      )}
    </div>
  );
}

/** Ask for a new edition; return the sentence that says why there is none, or nothing. */
async function sealAgain(): Promise<string> {
  try {
    const answer = await fetch(roomPath("/seal") + seatQuery(), { method: "POST" });
    const told = (await answer.json()) as { readonly sentence?: string };
    return told.sentence ?? "";
  } catch {
    return t("link-unreachable");
  }
}
