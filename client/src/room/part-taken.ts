/** What somebody is here as, in words. */

import { agencyKey } from "../agency-mark.ts";
import { t } from "../words.ts";
import type { MemberRecord } from "../wire.ts";

type Who = Pick<MemberRecord, "role" | "seat" | "agency">;

/** Return what somebody is here as; nothing where most people are, or where their agency says so. */
export function hereAs({ role, seat, agency }: Who): string | undefined {
  if (role === "participant") return undefined;
  const words = seat ? t(`person-seat-${seat}`) : t(`role-${role}`);
  const said = agencyKey(agency);
  const unnamed = role === "advocate" && said === agencyKey(t("join-agency-advocate"));
  return unnamed || said === agencyKey(words) ? undefined : words;
}

/** Return a person's agency, what they are here as and, where that is of use, how they take part. */
export function aboutPerson(who: Who & Pick<MemberRecord, "attends">, always: boolean): string {
  const way = always || who.attends !== "room" ? t(`attends-${who.attends}`) : undefined;
  return [who.agency, hereAs(who), way].filter((part) => part !== undefined).join(" · ");
}
