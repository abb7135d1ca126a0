import { useId, useRef, useState } from "preact/hooks";
import { useAnnounced } from "../announced.ts";
import { Icon } from "../icons.tsx";
import { dayAt } from "../steps/day.ts";
import type { Archive, Search } from "../wire.ts";
import { t } from "../words.ts";
import { Fold } from "./fold.tsx";
import { heldAt } from "./load.ts";
import { lookIn, marked } from "./search.ts";

/** What was looked for, where it was found, and how far the search is. */
interface Looking {
  readonly typed: string;
  readonly done: number;
  readonly of: number;
  readonly unreached: number;
  readonly found: readonly Search[];
}

const AT_ONCE = 3;

// Enough to see whether it is this meeting.
const MOST_IN_SIGHT = 3;

/** Look for words in everything that one may read of one's own meetings. */
export function SearchPart({ found }: { readonly found: readonly Archive[] }) {
  const [typed, setTyped] = useState("");
  const [looking, setLooking] = useState<Looking>();
  const turn = useRef(0);
  const id = useId();
  const look = async () => {
    const mine = ++turn.current;
    const words = typed.trim();
    if (words === "") return setLooking(undefined);
    setLooking({ typed: words, done: 0, of: found.length, unreached: 0, found: [] });
    const left = [...found];
    const one = async (): Promise<void> => {
      for (let room = left.shift(); room && turn.current === mine; room = left.shift()) {
        const answer = await lookIn(room.code, words);
        if (turn.current === mine) setLooking((before) => before && withAnswer(before, answer));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  };
  const progress = looking ? progressOf(looking) : "";
  useAnnounced(looking && looking.done === looking.of ? progress : "");
  return (
    <section class="stack close no-print">
      <form
        role="search"
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label for={id}>{t("archive-search")}</label>
        <div class="archive-search">
          <input
            id={id}
            class="input"
            type="search"
            maxLength={100}
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="button primary">
            <Icon name="search" />
            {t("archive-search-go")}
          </button>
        </div>
      </form>
      {progress && <p class="soft">{progress}</p>}
      {looking && found.map((room) => <FoundIn key={room.code} room={room} looking={looking} />)}
    </section>
  );
}

function withAnswer(before: Looking, answer: Search | undefined): Looking {
  const found = answer && answer.passages.length > 0 ? [...before.found, answer] : before.found;
  return { ...before, done: before.done + 1, unreached: before.unreached + (answer ? 0 : 1), found };
}

function progressOf({ done, of, found, unreached }: Looking): string {
  if (done < of) return t("archive-looking", { done, of });
  const lines = found.reduce((sum, { passages, more }) => sum + passages.length + more, 0);
  const words = lines === 0 ? t("archive-none-found") : t("archive-found", { lines, rooms: found.length });
  return unreached > 0 ? `${words} ${t("archive-unreached", { count: unreached })}` : words;
}

function FoundIn({ room, looking }: { readonly room: Archive; readonly looking: Looking }) {
  const answer = looking.found.find(({ code }) => code === room.code);
  if (!answer) return null;
  return (
    <section class="card stack close">
      <h2 class="archive-title">
        {room.meeting.title} <span class="soft">{dayAt(heldAt(room))}</span>
      </h2>
      <Fold class="archive-passages" most={MOST_IN_SIGHT}>
        {answer.passages.map((passage) => (
          <li key={passage.line}>
            <a href={`/r/${room.code}/record#${encodeURIComponent(passage.line)}`}>
              <span class="soft">{passage.heading}</span>
              <br />
              {marked(passage.words, looking.typed).map((piece, index) =>
                piece.found ? <mark key={index}>{piece.text}</mark> : piece.text,
              )}
            </a>
          </li>
        ))}
      </Fold>
      {answer.more > 0 && <p class="soft">{t("archive-more-found", { count: answer.more })}</p>}
    </section>
  );
}
