import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { now } from "../../clock.ts";
import { attempt, pending } from "../../commands.ts";
import { hasDrafts, unsentWords } from "../../drafts.ts";
import { type IconName, Icon } from "../../icons.tsx";
import { hasVoice } from "../../people.tsx";
import { room } from "../../room/agenda.ts";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { t } from "../../words.ts";
import { hallPath, tablePath } from "./addresses.ts";
import { ago } from "./ago.ts";
import { cameFrom, leave, readUntil, settleIn } from "./seen.ts";
import { atTable, movedTo } from "./table.ts";

/** What everybody at a table must know whatever the step, most urgent first. */
export function TableBanners() {
  if (movedTo() !== undefined) return <Moved to={movedTo()!} />;
  return (
    <>
      <HeldBanner />
      {isCalled() ? (
        <CalledBanner />
      ) : (
        <>
          <NudgeBanner />
          <ArrivedBanner />
          <HelpBanner />
        </>
      )}
    </>
  );
}

interface Props {
  readonly icon: IconName;
  readonly look?: string;
  /** Said aloud when it appears. */
  readonly says: string;
  readonly more?: string;
  readonly children?: ComponentChildren;
}

function Banner({ icon, look = "", says, more, children }: Props) {
  useEffect(() => announce(more === undefined ? says : `${says} ${more}`), [says]);
  return (
    <div class={`banner ${look}`}>
      <Icon name={icon} />
      <p>
        <span class="hall-says">{says}</span> {more !== undefined && <span class="soft">{more}</span>}
      </p>
      {children}
    </div>
  );
}

/** I sit elsewhere now: the page goes there once what I did here is kept, and waits where I have not sent all of it. */
function Moved({ to }: { readonly to: number }) {
  const table = atTable();
  const [unsent] = useState(hasDrafts);
  const goes = pending.value === 0 && !unsent;
  useEffect(() => {
    if (!table) return;
    leave(table.hall, table.number);
    if (goes) location.replace(tablePath(table.hall));
  }, [goes]);
  if (!table) return null;
  return (
    <Banner icon="next" look="paused" says={t("table-moved", { number: to })} more={t(unsent ? "table-moved-unsent" : "table-moved-goes")}>
      {unsent && <Unsent />}
      <a class="button primary" href={tablePath(table.hall)}>
        {t("table-go", { number: to })}
      </a>
    </Banner>
  );
}

/** The form in which I wrote is not mine any more, so my words are here to be copied. */
function Unsent() {
  const [words] = useState(unsentWords);
  return (
    <ul class="hall-unsent" role="list">
      {words.map((text) => (
        <li key={text}>
          <q>{text}</q>
        </li>
      ))}
    </ul>
  );
}

function HeldBanner() {
  if (!atTable()?.held || room()?.closed !== null) return null;
  return <Banner icon="pause" look="paused hall-held" says={t("table-held")} more={t("table-held-why")} />;
}

/** Say whether everybody was asked back, and I have not closed that yet: nothing else is to be read then. */
function isCalled(): boolean {
  const table = atTable();
  return table !== undefined && (table.called ?? 0) > readUntil(table.hall, "call").value;
}

function CalledBanner() {
  const table = atTable();
  if (!table || table.called === null) return null;
  const { called } = table;
  const read = readUntil(table.hall, "call");
  return (
    <Banner icon="back" look="paused" says={t("table-called")} more={ago(called, now.value)}>
      <div class="buttons">
        <a class="button primary" href={hallPath(table.hall)}>
          {t("table-called-go")}
        </a>
        <Close close={() => (read.value = called)} />
      </div>
    </Banner>
  );
}

function NudgeBanner() {
  const table = atTable();
  const read = readUntil(table?.hall ?? "", "nudge");
  const nudge = table?.nudge ?? null;
  if (nudge === null || nudge.at <= read.value) return null;
  return (
    <Banner icon="speak" says={t("table-nudge", { text: nudge.text })} more={ago(nudge.at, now.value)}>
      <Close close={() => (read.value = nudge.at)} />
    </Banner>
  );
}

/** I was moved here: nothing of mine is gone. */
function ArrivedBanner() {
  const table = atTable();
  const from = table && cameFrom(table.hall, table.number);
  if (!table || from === undefined) return null;
  return (
    <Banner icon="info" says={t("table-arrived", { number: table.number })} more={t("table-arrived-stays", { from })}>
      <Close close={() => settleIn(table.hall)} />
    </Banner>
  );
}

function Close({ close }: { readonly close: () => void }) {
  return (
    <button type="button" class="button" onClick={close}>
      {t("table-read")}
    </button>
  );
}

function HelpBanner() {
  const help = atTable()?.help ?? null;
  if (help === null || room()?.closed !== null) return null;
  return (
    <Banner icon="hand" says={t("table-help-coming")} more={ago(help, now.value)}>
      {hasVoice() && <DoButton label={t("table-help-done")} run={() => attempt({ type: "table.helped" })} />}
    </Banner>
  );
}
