/** Who should be here, who is, and whom the local rules miss. */

import { agencyKey } from "../../agency-mark.ts";
import { all, record } from "../../store.ts";
import type { ExpectedRecord } from "../../wire.ts";

/**
 * The agencies of whom somebody takes part and is here now; to watch is not to take part. Families
 * and advocates stand on checklists by what they are, however they call themselves.
 */
function hereNow(): ReadonlySet<string> {
  const members = all("member").filter((of) => of.here && of.role !== "observer");
  return new Set(members.flatMap((of) => [agencyKey(of.agency), of.role]));
}

/** Say whether somebody of an agency is here. */
export function isHere(agency: string): boolean {
  return hereNow().has(agencyKey(agency));
}

/** The agencies on the checklist that are neither here nor excused. */
export function missing(): readonly ExpectedRecord[] {
  const here = hereNow();
  return all("expected").filter(
    (of) => !here.has(agencyKey(of.agency)) && of.coming !== "views" && of.coming !== "not_invited",
  );
}

/** Those who are missing, and of whom nobody has written why. */
export function unexplained(): readonly ExpectedRecord[] {
  return missing().filter((of) => of.why === "");
}

/** The agencies without whom the meeting is not quorate, as far as they are not here. */
export function notQuorate(): readonly string[] {
  const here = hereNow();
  return (record("quorum", "quorum")?.agencies ?? []).filter((agency) => !here.has(agencyKey(agency)));
}

/** Say whether most people whose level is known work at one level, and which one is not there. */
export function lopsided(): boolean {
  const levels = all("reach").flatMap((of) => (of.level ? [of.level] : []));
  return levels.length > 2 && new Set(levels).size === 1;
}
