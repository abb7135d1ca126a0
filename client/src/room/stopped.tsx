import { stoppedWhy } from "../connection.ts";
import { receipt } from "../erased.ts";
import { Icon } from "../icons.tsx";
import { t } from "../words.ts";

/** The line has stopped for good: why, and the one thing that helps. */
export function Stopped() {
  const why = receipt.value !== undefined && stoppedWhy.value === "not-a-member" ? "gone" : stoppedWhy.value;
  if (!why) return <Message title={t("stopped-reloading")} text="" />;
  return (
    <Message title={t(`stopped-${why}`)} text={t(`stopped-${why}-text`)} more={<Receipt />}>
      {why === "removed" || why === "not-a-member" || why === "erased" || why === "gone" ? (
        <a class="button primary big" href="/">
          {t("stopped-join")}
        </a>
      ) : (
        <button type="button" class="button primary big" onClick={() => location.reload()}>
          {t("stopped-reload-button")}
        </button>
      )}
    </Message>
  );
}

/** Before the first frame. */
export function Opening() {
  return <Message title={t("opening")} text={t("opening-text")} />;
}

interface MessageProps {
  readonly title: string;
  readonly text: string;
  readonly more?: preact.ComponentChildren;
  readonly children?: preact.ComponentChildren;
}

function Message({ title, text, more, children }: MessageProps) {
  return (
    <main id="main" class="page-main stack">
      <h1 tabIndex={-1}>{title}</h1>
      {text && <p class="lead">{text}</p>}
      {more}
      {children && <div class="buttons">{children}</div>}
    </main>
  );
}

/** What the server signed, for whoever deleted the room: it is handed out this once. */
function Receipt() {
  const found = receipt.value;
  if (found === undefined) return null;
  const { id } = (JSON.parse(found) as { readonly erased: { readonly id: string } }).erased;
  return (
    <div class="card stack close">
      <p>{t("erased-receipt", { id })}</p>
      <p class="buttons">
        <a class="button" href={`data:application/json,${encodeURIComponent(found)}`} download={`receipt-${id}.json`}>
          <Icon name="minutes" />
          {t("erased-save")}
        </a>
      </p>
    </div>
  );
}
