import { useId, useRef, useState } from "preact/hooks";
import { askForLink } from "../http.ts";
import { Icon, type IconName } from "../icons.tsx";
import { announce } from "../status.ts";
import { t } from "../words.ts";

interface LineProps {
  readonly link: string;
  readonly label: string;
  /** What the button says that opens the link in a page of its own, where that is of use. */
  readonly open?: string | undefined;
  /** It is a sentence to send and not only a link: it is shown whole. */
  readonly long?: boolean;
}

/** A link to read, select, copy or open. */
export function CopyLine({ link, label, open, long = false }: LineProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const Field = long ? "textarea" : "input";
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    const done = await copyText(link);
    setCopied(done);
    announce(t(done ? "copy-done" : "copy-by-hand"));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Field
        class="input"
        id={id}
        ref={field}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="buttons">
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name={copied ? "check" : "copy"} />
          {t(copied ? "copy-done" : long ? "copy-words" : "copy-link")}
        </button>
        {open && (
          <a class="button" href={link} target="_blank" rel="noopener">
            <Icon name="wall" />
            {open}
          </a>
        )}
      </div>
    </div>
  );
}

/** The clipboard is only there over https; elsewhere the old way still copies what is selected. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

interface MakerProps {
  readonly page: string;
  readonly icon: IconName;
  readonly button: string;
  readonly label: string;
  readonly open?: string;
}

/** A button that asks the server for a link and then shows it. */
export function LinkMaker({ page, icon, button, label, open }: MakerProps) {
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof askForLink>>>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const got = await askForLink(page, t("link-unreachable"));
    setAnswer(got);
    setBusy(false);
    if ("sentence" in got) announce(got.sentence);
  };
  if (answer && "link" in answer) return <CopyLine link={answer.link} label={label} open={open} />;
  return (
    <div class="stack close">
      <div class="buttons">
        <button type="button" class="button" aria-busy={busy} onClick={() => void make()}>
          <Icon name={icon} />
          {button}
        </button>
      </div>
      {answer && (
        <p class="error">
          <Icon name="warning" />
          {answer.sentence}
        </p>
      )}
    </div>
  );
}
