/** What a participant opens from the bar at the bottom: people, steps, and the rest. */

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { AtTable } from "../hall/at-table/at-table.tsx";
import { roomPath } from "../http.ts";
import { Icon, type IconName } from "../icons.tsx";
import { Later } from "../later.tsx";
import { isChair, keepsRecord, me, readsOwnCopy } from "../people.tsx";
import { seatQuery } from "../seat.ts";
import { quiet } from "../status.ts";
import { all, record } from "../store.ts";
import type { MemberRecord } from "../wire.ts";
import { t } from "../words.ts";
import { isTable, room } from "./agenda.ts";
import { AgendaEditor } from "./agenda-editor.tsx";
import { LinkMaker } from "./copy-line.tsx";
import { Dialog } from "./dialog.tsx";
import { Disagreements, hasDisagreements, openDisagreements } from "./disagreements.tsx";
import { Words } from "./glossary.tsx";
import { handOrder, hands } from "./hands.ts";
import { Heading } from "./heading.tsx";
import { Invite, WallLink } from "./invite.tsx";
import { Parking, parkedCount } from "./parking.tsx";
import { handPlace, PeopleList } from "./people-list.tsx";
import { PersonPart } from "./person-choices.tsx";
import { Rail, TimeToGo } from "./rail.tsx";
import { Register } from "./register.tsx";
import { ShareDevice } from "./seats.tsx";
import { RiskButton } from "./risk.tsx";
import { askToClose } from "./steering.ts";

const minutesSheet = async () => (await import("../record/sheet.tsx")).MinutesSheet;

// Every sheet. Its heading, and its line in More, is the message `sheet-` and its name.
const sheets = {
  people: People,
  steps: Steps,
  agenda: AgendaEditor,
  more: More,
  invite: Invite,
  wall: WallLink,
  words: Words,
  parking: Parking,
  disagreements: Disagreements,
  register: Register,
  minutes: () => <Later load={minutesSheet} />,
  heading: Heading,
} satisfies Record<string, ComponentType>;

type SheetName = keyof typeof sheets;

interface Line {
  readonly name: SheetName;
  readonly icon: IconName;
  /** Says whether the sheet is of use in this room; always, where nothing is said. */
  readonly when?: () => boolean;
  /** How many things wait there; said where there are any, and shown to the chair at the desk. */
  readonly count?: () => number;
}

// What More lists, in this order: whatever goes on beside the steps.
const beside: readonly Line[] = [
  { name: "minutes", icon: "minutes", count: correctionsWaiting },
  { name: "words", icon: "glossary" },
  { name: "parking", icon: "archive", count: parkedCount },
  { name: "disagreements", icon: "differ", when: hasDisagreements, count: openDisagreements },
  { name: "register", icon: "people" },
  { name: "heading", icon: "edit", when: isChair },
  { name: "agenda", icon: "edit", when: isChair },
  { name: "invite", icon: "qr", when: () => !isTable() },
];

const open = signal<SheetName | undefined>(undefined);

/** Open a sheet. */
export function openSheet(name: SheetName): void {
  open.value = name;
}

/** How many corrections of the minutes wait, for those who keep the record. */
function correctionsWaiting(): number {
  return keepsRecord() ? (record("correcting", "correcting")?.waiting ?? 0) : 0;
}

/** The sheet that is open, if any; once on the page. */
export function Sheets() {
  const name = open.value;
  if (!name) return null;
  const Sheet = sheets[name];
  return (
    <Dialog key={name} title={t(`sheet-${name}`)} onClose={() => (open.value = undefined)}>
      <Sheet />
    </Dialog>
  );
}

/** Those with a hand up come first, in their order. */
function People() {
  const members = [...all("member")].sort((a, b) => rank(a.id) - rank(b.id));
  return (
    <div class="stack">
      {hands().length > 0 && <p class="soft">{t("hands-are", { order: t(`hand-order-${handOrder()}`) })}</p>}
      <PeopleList members={members} more={recorderOnly} />
    </div>
  );
}

/** The recorder says what people are here as; the chair does it at the desk. */
function recorderOnly(of: MemberRecord) {
  if (me()?.role !== "recorder") return null;
  return (
    <details class="more">
      <summary>{t("person-change")}</summary>
      <PersonPart of={of} />
    </details>
  );
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

/** The minutes, and what waits beside the steps, for the chair's desk. */
export function DeskBeside() {
  const lines = beside.filter((line) => line.name === "minutes" || (line.count?.() ?? 0) > 0);
  return (
    <section class="stack close">
      <h2 class="kicker">{t("desk-beside")}</h2>
      <ul class="sheet-list" role="list">
        {lines.map((line) => (
          <li key={line.name}>
            <SheetButton line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SheetButton({ line }: { readonly line: Line }) {
  const count = line.count?.() ?? 0;
  return (
    <button type="button" class="button quiet" onClick={() => openSheet(line.name)}>
      <Icon name={line.icon} />
      {t(`sheet-${line.name}`)}
      {count > 0 && (
        <>
          <span class="number" aria-hidden="true">
            {count}
          </span>
          <span class="visually-hidden">{t("more-count-spoken", { count })}</span>
        </>
      )}
    </button>
  );
}

function More() {
  return (
    <div class="stack open">
      <RiskButton />
      <AtTable part="more" />
      <ul class="sheet-list" role="list">
        {beside
          .filter((line) => line.when?.() ?? true)
          .map((line) => (
            <li key={line.name}>
              <SheetButton line={line} />
            </li>
          ))}
        {!isTable() && (
          <li>
            <a class="button quiet" href={roomPath("/calendar.ics")} download>
              <Icon name="calendar" />
              {t("more-calendar")}
            </a>
          </li>
        )}
        {!readsOwnCopy() && (
          <li>
            <a class="button quiet" href={roomPath("/sheet") + seatQuery()} target="_blank" rel="noopener">
              <Icon name="print" />
              {t("more-sheet-open")}
            </a>
          </li>
        )}
      </ul>
      <ShareDevice />
      <section class="stack close">
        <h3>{t("more-way-back")}</h3>
        <p class="soft">{t("more-way-back-why")}</p>
        <LinkMaker page="/reentry-link" icon="link" button={t("more-way-back-make")} label={t("more-way-back-link")} />
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
      {isChair() && !isTable() && (
        <div class="buttons">
          <button type="button" class="button danger" onClick={closeMeeting}>
            {t(record("hall", "hall") ? "hall-desk-end" : "desk-close")}
          </button>
        </div>
      )}
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
