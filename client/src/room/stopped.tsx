import { stoppedWhy } from "../connection.ts";
import { t } from "../words.ts";

/** The line has stopped for good: why, and the one thing that helps. */
export function Stopped() {
  const why = stoppedWhy.value;
  if (!why) return <Message title={t("stopped-reloading")} text="" />;
  return (
    <Message title={t(`stopped-${why}`)} text={t(`stopped-${why}-text`)}>
      {why === "removed" || why === "not-a-member" ? (
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
  readonly children?: preact.ComponentChildren;
}

function Message({ title, text, children }: MessageProps) {
  return (
    <main id="main" class="page-main stack">
      <h1 tabIndex={-1}>{title}</h1>
      {text && <p class="lead">{text}</p>}
      {children && <div class="buttons">{children}</div>}
    </main>
  );
}
