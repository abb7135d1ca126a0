/** Whose sheet a sheet is, and who may write on it. */

import { agencyKey } from "../../agency-mark.ts";
import { keepsRecord, me, member } from "../../people.tsx";
import type { FormRecord } from "../../wire.ts";
import { t } from "../../words.ts";

/** Say whether this person may write on a sheet. */
export function mayWrite(form: FormRecord, sheet: string): boolean {
  const role = me()?.role;
  if (role === undefined || role === "observer") return false;
  return keepsRecord() || isOwn(form, sheet);
}

/** Say whether a sheet is this person's own, or their agency's, or everybody's. */
export function isOwn(form: FormRecord, sheet: string): boolean {
  const own = me();
  if (form.per === "room" || !own) return form.per === "room";
  return form.per === "member" ? sheet === own.id : agencyKey(sheet) === agencyKey(own.agency);
}

/** Return what a sheet is called. */
export function nameOf(form: FormRecord, sheet: string): string {
  if (form.per === "room") return t("form-sheet-room");
  return form.per === "member" ? (member(sheet)?.name ?? t("person-gone")) : sheet;
}
