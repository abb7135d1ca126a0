/** Notices that this person has not answered. */

import { me } from "../../people.tsx";
import { all, record } from "../../store.ts";
import type { MyNoticeRecord, NoticeRecord } from "../../wire.ts";

/** Return this person's answer to a notice as it is worded now; undefined while there is none. */
export function myAnswer(notice: NoticeRecord): MyNoticeRecord | undefined {
  const answer = record("my_notice", `my_notice/${notice.step}`);
  return answer?.version === notice.version ? answer : undefined;
}

/** Say whether this person is among those who are asked; nobody named means everybody. */
export function isAsked(notice: NoticeRecord): boolean {
  const own = me();
  return own !== undefined && (notice.asked.length === 0 || notice.asked.includes(own.role));
}

/** The first notice that has to be answered before anything else; undefined when there is none. */
export function pendingNotice(): NoticeRecord | undefined {
  return all("notice").find((notice) => notice.blocks && isAsked(notice) && !myAnswer(notice));
}
