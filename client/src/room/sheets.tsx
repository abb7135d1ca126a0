/** What a participant opens from the bar at the bottom: people, steps, and the rest. */

import { signal } from "@preact/signals";
import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { isChair } from "../people.tsx";
import { quiet } from "../status.ts";
import { all } from "../store.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { LinkMaker } from "./copy-line.tsx";
import { Dialog } from "./dialog.tsx";
import { Invite, WallLink } from "./invite.tsx";
import { handPlace, PeopleList } from "./people-list.tsx";
import { Rail, TimeToGo } from "./rail.tsx";
import { askToClose } from "./steering.ts";

type SheetName = "people" | "steps" | "more" | "invite" | "wall";

const open = signal<SheetName | undefined>(undefined);

/** Open a sheet. */
export function openSheet(name: SheetName): void {
  open.value = name;
}

/** The sheet that is open, if any; once on the page. */
export function Sheets() {
  const name = open.value;
  if (!name) return null;
  return (
    <Dialog key={name} title={t(`sheet-${name}`)} onClose={() => (open.value = undefined)}>
      <Sheet name={name} />
    </Dialog>
  );
}

function Sheet({ name }: { readonly name: SheetName }) {
  switch (name) {
    case "people":
      return <People />;
    case "steps":
      return <Steps />;
    case "more":
      return <More />;
    case "invite":
      return <Invite />;
    case "wall":
      return <WallLink />;
    default:
      return name satisfies never;
  }
}

/** Those with a hand up come first, in their order. */
function People() {
  const members = [...all("member")].sort((a, b) => rank(a.id) - rank(b.id));
  return <PeopleList members={members} />;
}

function rank(id: string): number {
  return handPlace(id) || Number.MAX_SAFE_INTEGER;
}

function Steps() {
  const purpose = room()?.purpose;
  return (
    <div class="stack">
      {purpose && <p>{purpose}</p>}
      <TimeToGo />
      <Rail canOpen={(step) => step.opened} onOpen={closeSheet} />
    </div>
  );
}

function More() {
  return (
    <div class="stack open">
      <section class="stack close">
        <h3>{t("more-way-back")}</h3>
        <p class="soft">{t("more-way-back-why")}</p>
        <LinkMaker page="/reentry-link" icon="link" button={t("more-way-back-make")} label={t("more-way-back-link")} />
      </section>
      <section class="stack close">
        <h3>{t("more-sheet")}</h3>
        <p>
          <a href={roomPath("/sheet")} target="_blank" rel="noopener">
            {t("more-sheet-open")}
          </a>
        </p>
      </section>
      <section class="stack close">
        <h3>{t("more-read-aloud")}</h3>
        <label class="check">
          <input
            type="checkbox"
            checked={!quiet.value}
            onChange={(event) => (quiet.value = !event.currentTarget.checked)}
          />
          <span>{t("more-read-others")}</span>
        </label>
      </section>
      <div class="buttons">
        <button type="button" class="button" onClick={() => openSheet("invite")}>
          <Icon name="qr" />
          {t("sheet-invite")}
        </button>
        {isChair() && (
          <button type="button" class="button danger" onClick={closeMeeting}>
            {t("desk-close")}
          </button>
        )}
      </div>
    </div>
  );
}

function closeMeeting(): void {
  closeSheet();
  askToClose();
}

function closeSheet(): void {
  document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
}
