import { Icon } from "../icons.tsx";
import { readsOwnCopy } from "../people.tsx";
import type { RecordPage } from "../wire.ts";
import type { Part, Written } from "./shape.ts";
import { t } from "../words.ts";
import { ChangeForm } from "./change-form.tsx";
import { asFamily, changeButton, chosenLine, CORRECTIONS, headingOf, puttingRight } from "./choice.ts";
import { cellsOf, doneTo, type Marked, nameOf, unlike } from "./told.ts";

interface Props {
  readonly line: Written;
  readonly part: Part;
  readonly page: RecordPage;
  /** What was said above the lines, of all of them. */
  readonly said: Marked;
}

/** One line of the record, and what may be done with it. */
export function Line({ line, part, page, said }: Props) {
  const open = chosenLine.value === line.id;
  const told = line.aside || part.id === CORRECTIONS;
  const offers = puttingRight.value && page.open && !asFamily.value && !told;
  return (
    <li class={`record-line ${line.label}`}>
      <div class={`record-words ${part.columns.length > 0 ? "row" : ""}`}>
        <Cells line={line} part={part} />
        {!asFamily.value && !line.aside && <Marks marked={unlike(line, said)} page={page} />}
      </div>
      <Changes line={line} />
      {page.waiting.some((each) => each.mine && each.line === line.id) && (
        <p class="status">
          <Icon name="wait" />
          {t("minutes-mine-waits")}
        </p>
      )}
      {offers && !open && <ChangeButton line={line} part={part} page={page} />}
      {offers && open && <ChangeForm line={line} part={part} page={page} />}
    </li>
  );
}

function Cells({ line, part }: Pick<Props, "line" | "part">) {
  if (part.columns.length === 0) return <p class="record-text">{line.cells.join(" ")}</p>;
  return (
    <dl class="record-row">
      {cellsOf(line, part.columns).map((words, at) => (
        <div key={at} class={`record-cell ${words ? "" : "blank"}`}>
          <dt>{part.columns[at]}</dt>
          <dd>{words || t("minutes-blank")}</dd>
        </div>
      ))}
    </dl>
  );
}

interface MarksProps {
  readonly marked: Marked;
  readonly page: RecordPage;
}

/** What a line is, and in a room about a real child who may read it. */
export function Marks({ marked: { label, readers }, page }: MarksProps) {
  const told = page.case && !readsOwnCopy() ? readers : undefined;
  if (!label && !told) return null;
  return (
    <p class="record-marks">
      {label && <span class={`record-mark ${label}`}>{t(`minutes-label-${label}`)}</span>}
      {told && <span class="record-mark">{t(`minutes-readers-${told}`)}</span>}
    </p>
  );
}

function Changes({ line }: { readonly line: Written }) {
  return (
    <>
      {doneTo(line).map(({ by, day, before, since }, at) => (
        <p key={at} class="record-change">
          <Icon name="edit" />
          <span>
            {t(before.length > 0 ? "minutes-reworded" : "minutes-relabelled", { name: by || t("person-gone"), day })}{" "}
            {before.length > 0 && <q class="record-before">{before.join(" · ")}</q>}
            {since.length > 0 && (
              <>
                {" "}
                {t("minutes-since")} <q class="record-before">{since.join(" · ")}</q>
              </>
            )}
          </span>
        </p>
      ))}
    </>
  );
}

function ChangeButton({ line, part, page }: Pick<Props, "line" | "part" | "page">) {
  const verb = page.keeper || page.changeable.includes(line.id) ? "change" : "propose";
  return (
    <button
      type="button"
      class="button quiet"
      id={changeButton(line.id)}
      aria-label={t(`minutes-${verb}-says`, { line: nameOf(line) })}
      aria-describedby={headingOf(part)}
      onClick={() => (chosenLine.value = line.id)}
    >
      <Icon name="edit" />
      {t(`minutes-${verb}`)}
    </button>
  );
}
