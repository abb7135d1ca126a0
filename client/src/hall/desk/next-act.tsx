import { type Outcome, send } from "../../commands.ts";
import { ActButton } from "../../room/next-act.tsx";
import { NoticeBar } from "../../room/notices.tsx";
import { announce } from "../../status.ts";
import type { Act } from "../../steps/act.ts";
import { DoButton } from "../../steps/do-button.tsx";
import type { Command } from "../../wire.ts";
import { t } from "../../words.ts";
import { floorRecord } from "../floor.ts";
import { type Next, nextOf } from "./acts.ts";
import { hall, learners, tables, withoutTable } from "./tables.ts";
import { view } from "./view.ts";

/** The one next thing for the whole session. */
export function NextAct() {
  const next = findNext();
  const act = actOf(next);
  const says = next === "call" && allFinished() ? "finished" : next;
  return (
    <div class="next-act">
      <NoticeBar />
      <div class="split">
        <p class="soft">{t(`hall-desk-next-${says}`, { seatless: withoutTable().length })}</p>
        <div class="buttons">
          {next === "plenary" && <DoButton label={t("hall-desk-send-back")} run={sendBack} />}
          {act && <ActButton act={act} />}
        </div>
      </div>
    </div>
  );
}

function allFinished(): boolean {
  return tables().every(({ id }) => floorRecord("table_card", `card/${id}`)?.finished === true);
}

function findNext(): Next {
  const found = hall();
  return nextOf({
    tables: tables().length,
    people: learners().length,
    begun: found?.begun != null,
    held: found?.held != null,
    called: found?.called != null,
  });
}

function actOf(next: Next): Act | undefined {
  switch (next) {
    case "make":
    case "wait":
      return undefined;
    case "begin":
      return { label: t("hall-desk-begin"), run: () => said({ type: "hall.begin" }, "hall-desk-next-call") };
    case "go-on":
      return { label: t("hall-desk-release"), run: () => said({ type: "hall.release" }, "hall-desk-next-call") };
    case "call":
      return { label: t("hall-desk-call"), run: call, confirm: callConfirm() };
    case "plenary":
      return { label: t("hall-desk-to-plenary"), run: toPlenary };
    default:
      return next satisfies never;
  }
}

/** Sixty people will stop talking, so it is asked first. */
function callConfirm(): NonNullable<Act["confirm"]> {
  return {
    title: t("hall-desk-call-title"),
    text: t("hall-desk-call-text"),
    wait: t("dialog-not-now"),
    label: t("hall-desk-call"),
    run: call,
  };
}

const call = () => said({ type: "hall.call" }, "hall-desk-next-plenary");
const sendBack = () => said({ type: "hall.call", on: false }, "hall-desk-next-call");

/** Stop all tables. */
export const hold = () => said({ type: "hall.hold" }, "hall-desk-next-go-on");

async function said(command: Command, words: string): Promise<Outcome> {
  const outcome = await send(command);
  announce(outcome.ok ? t(words) : outcome.sentence);
  return outcome;
}

async function toPlenary(): Promise<Outcome> {
  view.value = "plenary";
  return { ok: true };
}
