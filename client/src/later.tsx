import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { t } from "./words.ts";

interface Props {
  /** Fetches the part; the same function each time. */
  readonly load: () => Promise<ComponentType>;
}

/** A part of the page that is fetched once somebody wants it, so that nobody else waits for it. */
export function Later({ load }: Props) {
  const [Part, setPart] = useState<ComponentType>();
  const [failed, setFailed] = useState(false);
  const fetchPart = () => {
    setFailed(false);
    load().then(
      (found) => setPart(() => found),
      () => setFailed(true),
    );
  };
  useEffect(fetchPart, [load]);
  if (Part) return <Part />;
  if (!failed) return <p class="soft">{t("later-loading")}</p>;
  return (
    <div class="stack close">
      <p class="status">
        <Icon name="offline" />
        {t("later-failed")}
      </p>
      <button type="button" class="button" onClick={fetchPart}>
        {t("later-again")}
      </button>
    </div>
  );
}
