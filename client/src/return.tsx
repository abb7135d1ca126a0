/** The page behind a personal link: it gives this browser the seat that the link's key opens. */

import { useState } from "preact/hooks";
import { roomPath } from "./http.ts";
import { Icon } from "./icons.tsx";
import { t } from "./words.ts";

/** Asks before it takes the seat: programs that look at links in messages press no button. */
export function Return() {
  const [failed, setFailed] = useState("");
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    if (busy) return;
    setBusy(true);
    const sentence = await takeSeat();
    if (sentence === undefined) return location.replace(roomPath());
    setFailed(sentence);
    setBusy(false);
  };
  return (
    <main id="main" class="page-main stack">
      <h1>{t("return-title")}</h1>
      <p class="lead">{t("return-text")}</p>
      <p class="error" role="status">
        {failed && <Icon name="warning" />}
        {failed}
      </p>
      <div class="buttons">
        <button type="button" class="button primary big" aria-busy={busy} onClick={() => void enter()}>
          <Icon name="join" />
          {t("return-enter")}
        </button>
      </div>
    </main>
  );
}

/** Return the sentence that says why not, or nothing when the seat is taken. */
async function takeSeat(): Promise<string | undefined> {
  const key = location.hash.slice(1);
  try {
    const answer = await fetch(roomPath("/return"), { method: "POST", body: new URLSearchParams({ key }) });
    return answer.ok ? undefined : ((await answer.json()) as { sentence: string }).sentence;
  } catch {
    return t("return-failed");
  }
}
