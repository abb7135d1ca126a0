import { useId, useState } from "preact/hooks";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { keepsRecord, readsOwnCopy } from "../people.tsx";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import { fileAddress, WHOSE, type Whose } from "./files.ts";

/** The record as files, and what is made from parts of it. A keeper may take the copy that others get. */
export function Exports() {
  const [whose, setWhose] = useState<Whose>("restricted");
  const room = record("room", "room");
  const chooses = keepsRecord() && room?.case === true;
  const copy = chooses ? whose : undefined;
  const ours = !readsOwnCopy() && copy !== "all";
  return (
    <>
      {room?.closed === null && <p class="soft">{t("take-so-far")}</p>}
      {chooses && <Choice whose={whose} choose={setWhose} />}
      <ul class="take-files" role="list">
        <File name="/record.pdf" copy={copy} says={t("take-pdf")} primary />
        <File name="/record.docx" copy={copy} says={t("take-word")} />
      </ul>
      <details class="more">
        <summary>{t("take-more")}</summary>
        <ul class="take-files" role="list">
          <File name="/record.html" copy={copy} says={t("take-page")} />
          <File name="/record.md" copy={copy} says={t("take-markdown")} />
          <File name="/record.csv" copy={copy} says={t("take-csv")} />
          <File name="/data.json" copy={copy} says={t("take-json")} />
          <File name="/message.pdf" says={t("take-message")} />
          <File name="/message.docx" says={t("take-message-word")} />
          {ours && <Parts copy={copy} />}
          <File name="/calendar.ics" says={t("take-calendar")} />
        </ul>
      </details>
    </>
  );
}

interface FileProps {
  readonly name: string;
  readonly says: string;
  readonly copy?: Whose | undefined;
  readonly primary?: boolean;
}

function File({ name, says, copy, primary = false }: FileProps) {
  return (
    <li>
      <a class={primary ? "button primary" : "button"} href={fileAddress(roomPath(name), location.search, copy)} download>
        <Icon name={name.endsWith(".ics") ? "calendar" : "download"} />
        {says}
      </a>
    </li>
  );
}

/** What single steps of the meeting give: forms on one page each, and rankings once they are open. */
function Parts({ copy }: { readonly copy: Whose | undefined }) {
  return (
    <>
      {all("step").map((step) => {
        const judged = record("judge", `judge/${step.id}`);
        if (step.kind === "form" && step.opened)
          return <File key={step.id} name={`/forms/${step.id}.pdf`} copy={copy} says={t("take-form", { title: step.title })} />;
        if (judged?.ask === "rank" && judged.revealed)
          return <File key={step.id} name={`/rankings/${step.id}.soi`} copy={copy} says={t("take-ranking", { title: step.title })} />;
        return null;
      })}
    </>
  );
}

interface ChoiceProps {
  readonly whose: Whose;
  readonly choose: (whose: Whose) => void;
}

function Choice({ whose, choose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("take-whose")}</label>
      <select id={id} class="input" value={whose} onChange={(event) => choose(event.currentTarget.value as Whose)}>
        {WHOSE.map((each) => (
          <option key={each} value={each}>
            {t(`take-whose-${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
