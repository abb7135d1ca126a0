import { line } from "../connection.ts";
import { Later } from "../later.tsx";
import { isChair, me } from "../people.tsx";
import { record } from "../store.ts";
import { moreWords } from "../words.ts";
import { room } from "./agenda.ts";
import { Closed } from "./closed.tsx";
import { Confirm } from "./confirm.tsx";
import { Desk } from "./desk.tsx";
import { StatusRegion } from "./notices.tsx";
import { ParticipantRoom } from "./participant.tsx";
import { RemarkSheet } from "./remarks/sheet.tsx";
import { RiskPlanDialog } from "./risk-plan.tsx";
import { RiskDialog } from "./risk.tsx";
import { CardSheet } from "./register/cards.tsx";
import { Sheets } from "./sheets.tsx";
import { Opening, Stopped } from "./stopped.tsx";

/** The room as one person sees it: as its chair, as somebody in it, or after its end. */
export function Room() {
  return (
    <>
      <Screen />
      <Sheets />
      <CardSheet />
      <RemarkSheet />
      <Confirm />
      <RiskDialog />
      <RiskPlanDialog />
      <StatusRegion />
    </>
  );
}

const trainersDesk = async () => {
  const [{ TrainersDesk }] = await Promise.all([import("../hall/desk/desk.tsx"), moreWords("hall-desk")]);
  return TrainersDesk;
};

/** Say whether this is a training session and this person leads it, or helps to. */
function leadsHall(): boolean {
  return record("hall", "hall") !== undefined && ["chair", "deputy"].includes(me()?.role ?? "");
}

function Screen() {
  const where = room();
  if (line.value === "stopped") return <Stopped />;
  if (!where) return <Opening />;
  if (leadsHall()) return <Later load={trainersDesk} />;
  if (where.closed !== null) return <Closed />;
  return isChair() ? <Desk /> : <ParticipantRoom />;
}
