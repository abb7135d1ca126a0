import { t } from "../words.ts";
import type { Line, RecordFile, Says } from "./form.ts";

/** What the record says, with what is withheld shown as such. */
export function Contents({ file }: { readonly file: RecordFile }) {
  return (
    <section class="contents stack open" aria-labelledby="contents">
      <h2 id="contents">{t("verify-record")}</h2>
      {sections(file).map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </section>
  );
}

/** A heading, or the beginning of the record, and all that stands below it. */
interface InSection {
  readonly key: number;
  readonly heading: Extract<Says, { type: "section" }> | undefined;
  readonly empty: string;
  readonly rows: readonly Row[];
}

type Row = { readonly number: number; readonly says: Exclude<Says, { type: "section" }> } | Gap;

interface Gap {
  readonly number: number;
  readonly why: string;
  readonly instead: string;
}

function sections(file: RecordFile): readonly InSection[] {
  const gaps = gapsOf(file);
  const found: { key: number; heading: InSection["heading"]; rows: Row[] }[] = [{ key: 0, heading: undefined, rows: [] }];
  file.entries.forEach((entry, number) => {
    const rows = found.at(-1)?.rows;
    if (!entry) rows?.push(gaps.get(number) ?? { number, why: "", instead: "" });
    else if (entry.says.type === "section") found.push({ key: number, heading: entry.says, rows: [] });
    else rows?.push({ number, says: entry.says });
  });
  return found.map((section, at) => ({ ...section, empty: emptyWords(section, found[at + 1]?.heading) }));
}

function gapsOf({ copy }: RecordFile): ReadonlyMap<number, Gap> {
  const { withheld, grounds } = copy.statement;
  const sentences = new Map(grounds);
  return new Map(
    withheld.map(({ entry, ground, instead }) => [
      entry,
      { number: entry, why: sentences.get(ground) ?? "", instead },
    ]),
  );
}

/** A section with sections of its own is not empty, although no line stands right below its heading. */
function emptyWords(section: { heading: InSection["heading"]; rows: readonly Row[] }, next: InSection["heading"]): string {
  const { heading, rows } = section;
  if (!heading || rows.length > 0 || (next && next.level > heading.level)) return "";
  return heading.empty;
}

function Section({ section: { heading, rows, empty } }: { readonly section: InSection }) {
  const Heading = heading && heading.level > 2 ? "h4" : "h3";
  return (
    <section class="part">
      {heading && <Heading dir="auto">{heading.heading}</Heading>}
      {empty && <p class="soft">{empty}</p>}
      {rows.length > 0 && (
        <ul role="list">
          {rows.map((row) => (
            <li key={row.number}>
              <Entry row={row} columns={heading?.columns ?? []} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ row, columns }: { readonly row: Row; readonly columns: readonly string[] }) {
  if (!("says" in row)) return <Withheld gap={row} />;
  switch (row.says.type) {
    case "head":
      return (
        <div>
          <p class="lead" dir="auto">
            <strong>{row.says.title}</strong>
          </p>
          <p>{row.says.state}</p>
        </div>
      );
    case "fact":
      return (
        <p dir="auto">
          <span class="soft">{row.says.name}: </span>
          {row.says.says}
        </p>
      );
    case "line":
      return <LineOf line={row.says} columns={columns} />;
  }
}

function Withheld({ gap }: { readonly gap: Gap }) {
  return (
    <p class="withheld" dir="auto">
      <strong>{t("verify-withheld")}: </strong>
      {gap.why || t("verify-nothing-known")}
      {gap.instead && <span> {gap.instead}</span>}
    </p>
  );
}

const labels: ReadonlySet<string> = new Set(["fact", "opinion", "decision"]);
const narrow: ReadonlySet<string> = new Set(["professionals", "restricted"]);

function LineOf({ line, columns }: { readonly line: Line; readonly columns: readonly string[] }) {
  return (
    <div>
      {line.cells.map((cell, at) => (
        <p dir="auto">
          {columns[at] && <span class="soft">{columns[at]}: </span>}
          {cell}
        </p>
      ))}
      <p class="tags note">
        {labels.has(line.label) && <span>{t(`verify-label-${line.label}`)}</span>}
        {narrow.has(line.readers) && <span>{t(`verify-readers-${line.readers}`)}</span>}
      </p>
      {line.changes.map(({ by, day, was }) => (
        <p class="note soft" dir="auto">
          {t("verify-changed", { by, day })} {was.join(" · ")}
        </p>
      ))}
    </div>
  );
}
