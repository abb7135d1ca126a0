import { line } from "../connection.ts";
import { isChair } from "../people.tsx";
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

function Screen() {
  const where = room();
  if (line.value === "stopped") return <Stopped />;
  if (!where) return <Opening />;
  if (where.closed !== null) return <Closed />;
  return isChair() ? <Desk /> : <ParticipantRoom />;
}
