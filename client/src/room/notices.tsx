import { Icon } from "../icons.tsx";
import { closeNotice, notice, said } from "../status.ts";
import { t } from "../words.ts";

/**
 * The page's one status region: assistive technology reads it, nobody else sees it. A dialog has it
 * again, because all that is behind a dialog is silent.
 */
export function StatusRegion() {
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}

/** What could not be done, or what was done with the way back from it. */
export function NoticeBar() {
  const shown = notice.value;
  if (!shown) return null;
  const { text, undo } = shown;
  const takeBack = () => {
    closeNotice();
    undo?.();
  };
  return (
    <div class="toast">
      <span>{text}</span>
      {undo && (
        <button type="button" class="button" onClick={takeBack}>
          <Icon name="undo" />
          {t("notice-undo")}
        </button>
      )}
      <button type="button" class="button icon-only" aria-label={t("notice-close")} onClick={closeNotice}>
        <Icon name="close" />
      </button>
    </div>
  );
}
