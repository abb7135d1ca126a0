import { AnswerNotice, Wording } from "../steps/gate/notice.tsx";
import type { NoticeRecord } from "../wire.ts";
import { t } from "../words.ts";

/** A notice that whoever comes in late reads and answers first: it takes the place of the step. */
export function NoticeFirst({ notice }: { readonly notice: NoticeRecord }) {
  return (
    <section class="card active stack" aria-labelledby="notice-first">
      <p class="hint">{t("gate-first")}</p>
      <h2 id="notice-first" tabIndex={-1}>
        {notice.title}
      </h2>
      <Wording notice={notice} />
      <AnswerNotice key={`${notice.step} ${notice.version}`} notice={notice} />
    </section>
  );
}
