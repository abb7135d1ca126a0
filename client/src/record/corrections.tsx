import { draft } from "../drafts.ts";
import { Icon } from "../icons.tsx";
import { announce } from "../status.ts";
import { DoButton } from "../steps/do-button.tsx";
import { focusSoon } from "../steps/focus.ts";
import { WordsField } from "../steps/words-field.tsx";
import type { OpenCorrection, RecordPage } from "../wire.ts";
import { t } from "../words.ts";
import { Heading } from "./heading.tsx";
import { shortened } from "./told.ts";
import { Refused, useTrying } from "./trying.tsx";

interface Props {
  readonly page: RecordPage;
  /** The level of a section's heading. */
  readonly level: number;
}

const HEADING = "corrections-waiting";

/** What was proposed and waits for its answer. Those that have one are in the record itself. */
export function Waiting({ page, level }: Props) {
  if (page.waiting.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={HEADING}>
      <Heading level={level} id={HEADING}>
        {t("minutes-waiting", { count: page.waiting.length })}
      </Heading>
      <ul class="stack" role="list">
        {page.waiting.map((each) => (
          <li key={each.id}>
            <div class="card" role="group" aria-label={t("minutes-correction-of", { words: shortened(each.now || each.was) })}>
              <Proposal of={each} />
              {each.answers && <Reply to={each} />}
              {each.mine && <TakeBack of={each} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proposal({ of }: { readonly of: OpenCorrection }) {
  return (
    <>
      <p class="item-by">{t("minutes-proposed-by", { name: of.by || t("person-gone"), day: of.day })}</p>
      <dl class="record-proposal">
        <div>
          <dt>{t("minutes-now")}</dt>
          <dd>{of.now || of.was}</dd>
        </div>
        <div>
          <dt>{t("minutes-instead")}</dt>
          <dd class="record-instead">{of.words || t("minutes-blank")}</dd>
        </div>
        {of.because && (
          <div>
            <dt>{t("minutes-because-said")}</dt>
            <dd>{of.because}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Yes, or no with a reason, which whoever proposed it will read. */
function Reply({ to }: { readonly to: OpenCorrection }) {
  const reason = draft<string>(`record/answer-${to.id}`);
  const trying = useTrying();
  const words = reason.value ?? "";
  const answer = async (accepted: boolean) => {
    const said = { correction: to.id, accepted, reason: words, was: to.now };
    if (!(await trying.run({ type: "correction.answer", ...said }))) return;
    reason.value = undefined;
    announce(t(accepted ? "minutes-accepted-said" : "minutes-declined-said"));
    focusSoon(HEADING);
  };
  return (
    <>
      <WordsField label={t("minutes-reason")} value={words} change={(typed) => (reason.value = typed)} />
      <Refused sentence={trying.refused} />
      <div class="buttons">
        <DoButton
          label={t("minutes-accept")}
          says={t("minutes-accept-says", { words: shortened(to.words) })}
          icon="check"
          look="primary"
          run={() => answer(true)}
        />
        <DoButton
          label={t("minutes-decline")}
          says={t("minutes-decline-says", { words: shortened(to.words) })}
          blocked={words.trim() ? undefined : t("minutes-reason-needed")}
          run={() => answer(false)}
        />
      </div>
    </>
  );
}

function TakeBack({ of }: { readonly of: OpenCorrection }) {
  const trying = useTrying();
  const withdraw = async () => {
    if (!(await trying.run({ type: "correction.withdraw", correction: of.id }))) return;
    announce(t("minutes-withdrawn-said"));
    focusSoon(HEADING);
  };
  return (
    <>
      <p class="status">
        <Icon name="wait" />
        {t("minutes-mine-waits")}
      </p>
      <Refused sentence={trying.refused} />
      <div class="buttons">
        <DoButton label={t("minutes-withdraw")} says={t("minutes-withdraw-says", { words: shortened(of.words) })} run={withdraw} />
      </div>
    </>
  );
}
