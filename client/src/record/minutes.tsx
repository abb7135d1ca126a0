import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { focusSoon } from "../steps/focus.ts";
import type { RecordPage } from "../wire.ts";
import type { Part } from "./shape.ts";
import { t } from "../words.ts";
import { asFamily, chosenLine, headingOf, puttingRight } from "./choice.ts";
import { Waiting } from "./corrections.tsx";
import { followRecord, recordPage, unreachable } from "./fetched.ts";
import { Heading } from "./heading.tsx";
import { Line, Marks } from "./line.tsx";
import { alike, familyCopy } from "./told.ts";
import { followPlace, place } from "./place.ts";

interface Props {
  /** The level of a section's heading: 2 on a page of its own, 3 in a sheet of the room. */
  readonly level: number;
}

/** The record as this person may read it, which grows while it is open, and how it is put right. */
export function Minutes({ level }: Props) {
  useEffect(followRecord, []);
  const page = recordPage.value;
  if (!page) return <p class="soft">{t(unreachable.value ? "minutes-unreachable" : "later-loading")}</p>;
  const parts = asFamily.value ? familyCopy(page.document.parts) : page.document.parts;
  return (
    <div class="stack open record">
      <Head page={page} />
      {!asFamily.value && <Waiting page={page} level={level} />}
      <Contents parts={parts} />
      {parts.map((part, at) => (
        <Section
          key={part.id}
          part={part}
          page={page}
          level={level + part.level - 2}
          whole={(parts[at + 1]?.level ?? 0) <= part.level}
        />
      ))}
    </div>
  );
}

function Head({ page }: { readonly page: RecordPage }) {
  return (
    <div class="stack">
      {unreachable.value && <p class="status">{t("minutes-unreachable")}</p>}
      <p class="lead">{page.document.state}</p>
      <dl class="record-facts">
        {page.document.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {page.closed && <p class="soft">{t(page.open ? "minutes-open-until" : "minutes-over-since", { day: page.until })}</p>}
      <div class="buttons">
        {page.open && !asFamily.value && (
          <button type="button" class="button" aria-pressed={puttingRight.value} onClick={switchPuttingRight}>
            <Icon name="edit" />
            {t("minutes-put-right")}
          </button>
        )}
        {page.keeper && page.case && (
          <button
            type="button"
            class="button"
            aria-pressed={asFamily.value}
            onClick={() => (asFamily.value = !asFamily.value)}
          >
            <Icon name="family" />
            {t("minutes-as-family")}
          </button>
        )}
      </div>
      {asFamily.value && <p class="soft">{t("minutes-as-family-why")}</p>}
      {puttingRight.value && page.open && !asFamily.value && (
        <p class="soft">{t(page.keeper ? "minutes-put-right-keeper" : "minutes-put-right-why")}</p>
      )}
    </div>
  );
}

function switchPuttingRight(): void {
  puttingRight.value = !puttingRight.value;
  chosenLine.value = undefined;
}

/** Where everything is, and where one is oneself: it stays in sight while the page is scrolled. */
function Contents({ parts }: { readonly parts: readonly Part[] }) {
  const shown = useRef<HTMLDetailsElement>(null);
  useEffect(() => followPlace(parts.map(headingOf)), [parts]);
  const here = parts.find((part) => headingOf(part) === place.value);
  const go = (event: Event, part: Part) => {
    shown.current?.removeAttribute("open");
    goTo(event, part);
  };
  return (
    <details class="more record-where no-print" ref={shown}>
      <summary>
        {t("minutes-contents")}
        <span class="record-here" aria-hidden="true">
          {here?.heading}
        </span>
      </summary>
      <ol class="record-contents" role="list">
        {parts.map((part) => (
          <li key={part.id} class={part.level > 2 ? "deeper" : ""}>
            <a
              href={`#${headingOf(part)}`}
              aria-current={part === here ? "location" : undefined}
              onClick={(event) => go(event, part)}
            >
              {part.heading}
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Without a change of the address, which the room may be reading. */
function goTo(event: Event, part: Part): void {
  event.preventDefault();
  // The focus alone would leave the heading where it happens to come into sight.
  document.getElementById(headingOf(part))?.scrollIntoView();
  focusSoon(headingOf(part));
}

interface SectionProps {
  readonly part: Part;
  readonly page: RecordPage;
  readonly level: number;
  /** Whether the section is all there is under its heading: no deeper one follows. */
  readonly whole: boolean;
}

/** Found by its heading: forty landmarks would be no help to anybody. */
function Section({ part, page, level, whole }: SectionProps) {
  const empty = part.lines.length === 0;
  const said = alike(part.lines);
  return (
    <section class={`record-part ${empty ? "bare" : ""}`}>
      <Heading level={level} id={headingOf(part)}>
        {part.heading}
      </Heading>
      {empty && whole && <p class="soft">{part.empty}</p>}
      {!empty && !asFamily.value && <Marks marked={said} page={page} />}
      {!empty && (
        <ul class="record-lines" role="list">
          {part.lines.map((line) => (
            <Line key={line.id} line={line} part={part} page={page} said={said} />
          ))}
        </ul>
      )}
    </section>
  );
}
