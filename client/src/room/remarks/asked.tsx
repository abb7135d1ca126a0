import { attempt, newId } from "../../commands.ts";
import { draft } from "../../drafts.ts";
import { isChair, me } from "../../people.tsx";
import { announce } from "../../status.ts";
import { DoButton } from "../../steps/do-button.tsx";
import { useSaid } from "../../steps/said.ts";
import { WordsField } from "../../steps/words-field.tsx";
import { all } from "../../store.ts";
import type { RemarkRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { firstOf, RemarkLine } from "../remarks.tsx";

// What the server takes as a title (consensus/text.py).
const TITLE_LENGTH = 120;

/** What others ask of this person: first on their own screen, with the place to answer. */
export function AskedOfMe() {
  const own = me()?.id;
  const asked = all("remark").filter((remark) => remark.to === own && remark.open && !remark.answer);
  useSaid(asked.length > 0 ? t("asked-of-me", { count: asked.length }) : undefined, "asked");
  if (own === undefined || asked.length === 0) return null;
  return (
    <section class="card active asked" aria-labelledby="asked-of-me">
      <h2 class="kicker" id="asked-of-me" tabIndex={-1}>
        {t("asked-of-me", { count: asked.length })}
      </h2>
      <div class="stack">
        {asked.map((remark) => (
          <Waiting key={remark.remark} remark={remark} />
        ))}
      </div>
    </section>
  );
}

/** Every remark that waits, for the chair, until it is answered or talked about. */
export function OpenRemarks() {
  const open = all("remark").filter((remark) => remark.open);
  useSaid(open.length > 0 ? t("open-remarks", { count: open.length }) : undefined, "remarks");
  if (!isChair() || open.length === 0) return null;
  return (
    <section class="card" aria-labelledby="open-remarks">
      <h2 class="kicker" id="open-remarks" tabIndex={-1}>
        {t("open-remarks", { count: open.length })}
      </h2>
      <ul class="stack close" role="list">
        {open.map((remark) => (
          <li key={remark.remark}>
            <Waiting remark={remark} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One remark that waits: what it is about, an answer, and for the chair that it was talked about. */
function Waiting({ remark }: { readonly remark: RemarkRecord }) {
  return (
    <div class="stack close">
      {remark.quote && (
        <blockquote class="remark-quote">
          <bdi>{remark.quote}</bdi>
        </blockquote>
      )}
      <RemarkLine remark={remark} />
      {!remark.answer && <Reply remark={remark} />}
      {isChair() && (
        <div class="buttons">
          <DoButton
            label={t("remark-settle")}
            says={t("remark-settle-says", { quote: remark.quote })}
            run={() => settle(remark)}
          />
          {remark.sort === "differ" && (
            <DoButton
              label={t("remark-disagreement")}
              says={t("remark-disagreement-says", { text: remark.text })}
              run={() => keepAsDisagreement(remark)}
            />
          )}
        </div>
      )}
    </div>
  );
}

function settle(remark: RemarkRecord) {
  return attempt({ type: "remark.settle", remark: remark.remark });
}

/** What is not settled by talking goes on as a disagreement, which outlives the room. */
async function keepAsDisagreement(remark: RemarkRecord): Promise<void> {
  const title = firstOf(remark.quote || remark.text, TITLE_LENGTH);
  const opened = { disagreement: newId(), title, text: remark.text, safe: remark.safe || "unknown" } as const;
  const outcome = await attempt({ type: "disagreement.open", ...opened });
  if (!outcome.ok) return;
  announce(t("remark-disagreement-made"));
  await settle(remark);
}

/** The answer of whoever was asked; the chair's, who writes down what was said, is folded away. */
function Reply({ remark }: { readonly remark: RemarkRecord }) {
  if (remark.to === me()?.id) return <ReplyForm remark={remark} />;
  return (
    <details class="more">
      <summary>{t("remark-write-answer")}</summary>
      <ReplyForm remark={remark} />
    </details>
  );
}

function ReplyForm({ remark }: { readonly remark: RemarkRecord }) {
  const kept = draft<string>(`reply/${remark.remark}`);
  const text = kept.value ?? "";
  const send = async () => {
    const outcome = await attempt({ type: "remark.answer", remark: remark.remark, text });
    if (!outcome.ok) return;
    kept.value = undefined;
    announce(t("remark-answer-sent"));
  };
  return (
    <>
      <WordsField label={t("remark-answer")} value={text} change={(words) => (kept.value = words)} />
      <div class="buttons">
        <DoButton
          label={t("remark-answer-send")}
          look="primary"
          blocked={text.trim() ? undefined : t("remark-missing-text")}
          run={send}
        />
      </div>
    </>
  );
}
