/** Deleting the room for everybody: what goes is said first, and its code is typed. */

import { useState } from "preact/hooks";
import { receipt } from "../erased.ts";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { Dialog } from "../room/dialog.tsx";
import { LineField, Problem } from "../room/register/fields.tsx";
import { seatQuery } from "../seat.ts";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { all } from "../store.ts";
import { t } from "../words.ts";

/** The button, and behind it everything that has to be known before. */
export function EraseRoom() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p class="buttons">
        <button type="button" class="button danger" onClick={() => setOpen(true)}>
          <Icon name="delete" />
          {t("erase-room")}
        </button>
      </p>
      {open && (
        <Dialog title={t("erase-head")} onClose={() => setOpen(false)} leave={t("dialog-not-now")}>
          <Certain />
        </Dialog>
      )}
    </>
  );
}

function Certain() {
  const code = document.body.dataset["room"] ?? "";
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const erase = async () => {
    const said = plain(typed) === code ? await askToErase(typed) : t("erase-code-wrong", { code });
    setProblem(said);
    if (said) announce(said);
  };
  return (
    <div class="stack">
      <p>{t("erase-goes", { people: all("member").length })}</p>
      <p class="buttons">
        <a class="button" href={roomPath("/record") + seatQuery()}>
          <Icon name="minutes" />
          {t("erase-take")}
        </a>
      </p>
      <LineField label={t("erase-code", { code })} value={typed} most={12} change={setTyped} />
      {problem && (
        <Problem>
          <Icon name="warning" /> {problem}
        </Problem>
      )}
      <p class="buttons">
        <DoButton label={t("erase-do")} icon="delete" look="danger" run={erase} />
      </p>
    </div>
  );
}

/** Ask the server; return why it was not done, or nothing. The room's line then ends by itself. */
async function askToErase(code: string): Promise<string> {
  try {
    const body = new URLSearchParams({ code });
    const answer = await fetch(roomPath("/erase") + seatQuery(), { method: "POST", body });
    const said = await answer.text();
    if (!answer.ok) return (JSON.parse(said) as { readonly sentence: string }).sentence;
    receipt.value = said;
    return "";
  } catch {
    return t("erase-unreachable");
  }
}

function plain(code: string): string {
  return code.replace(/[\s-]/g, "").toUpperCase();
}
