import { useId } from "preact/hooks";
import { roomPath } from "../../http.ts";
import { ask } from "../../room/confirm.tsx";
import { seatQuery } from "../../seat.ts";
import { announce, warn } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { t } from "../../words.ts";
import { floorRecord } from "../floor.ts";
import { hall } from "./tables.ts";

interface Refused {
  readonly code: string;
  readonly sentence: string;
}

/** Where people guess how another agency ranks: the way to open the mirror, once and for good. */
export function MirrorControl() {
  const head = useId();
  if (!hall()?.guesses || hall()?.begun == null) return null;
  const opened = floorRecord("mirror", "mirror") !== undefined;
  return (
    <section class="stack close" aria-labelledby={head}>
      <h2 id={head}>{t("hall-desk-mirror")}</h2>
      <p>{t(opened ? "hall-desk-mirror-opened" : "hall-desk-mirror-what")}</p>
      {!opened && (
        <div class="buttons">
          <DoButton label={t("hall-desk-mirror-open")} icon="visible" run={sure} />
        </div>
      )}
    </section>
  );
}

function sure(): void {
  ask({
    title: t("hall-desk-mirror-sure"),
    text: t("hall-desk-mirror-once"),
    label: t("hall-desk-mirror-open"),
    run: () => open(false),
  });
}

async function open(evenSo: boolean): Promise<void> {
  const refused = await openMirror(evenSo);
  if (refused === undefined) announce(t("hall-desk-mirror-done"));
  else if (refused.code === "mirror_tables_missing") without(refused.sentence);
  else warn(refused.sentence);
}

function without(sentence: string): void {
  ask({
    title: t("hall-desk-mirror-missing"),
    text: sentence,
    label: t("hall-desk-mirror-without"),
    wait: t("hall-desk-mirror-wait"),
    run: () => open(true),
  });
}

async function openMirror(evenSo: boolean): Promise<Refused | undefined> {
  try {
    const body = new URLSearchParams({ even_so: evenSo ? "yes" : "" });
    const answer = await fetch(roomPath("/mirror") + seatQuery(), { method: "POST", body });
    return answer.ok ? undefined : ((await answer.json()) as Refused);
  } catch {
    return { code: "", sentence: t("link-unreachable") };
  }
}
