import type { ComponentChildren } from "preact";
import { Icon } from "../icons.tsx";
import { Badge, me } from "../people.tsx";
import { record } from "../store.ts";
import { t } from "../words.ts";
import type { MemberRecord } from "../wire.ts";
import { room } from "./agenda.ts";
import { hands } from "./hands.ts";
import { aboutPerson } from "./part-taken.ts";
import { CardButton } from "./register/cards.tsx";

/** A person's place in the queue of raised hands, from 1; 0 when their hand is down. */
export function handPlace(id: string | undefined): number {
  return id === undefined ? 0 : hands().indexOf(id) + 1;
}

interface Props {
  readonly members: readonly MemberRecord[];
  /** What else stands on a person's row. */
  readonly more?: (of: MemberRecord) => ComponentChildren;
}

/** People, each with mark, name, agency and role. */
export function PeopleList({ members, more }: Props) {
  return (
    <ul class="people" role="list">
      {members.map((of) => (
        <li class="person" key={of.id}>
          <Badge id={of.id} />
          <div>
            <p class="person-name">
              <bdi>{of.name}</bdi> {of.id === me()?.id && <span class="soft">{t("people-you")}</span>}
            </p>
            <p class="person-about">
              <bdi>{aboutPerson(of, room()?.case ?? false)}</bdi>
              {!of.here && ` · ${t(record("hall", "hall") ? "people-not-in-hall" : "people-away")}`}
            </p>
            <Bringing id={of.id} />
          </div>
          <div class="cluster">
            <ReadBackMark of={of} />
            <CardButton agency={of.agency} name={of.name} />
            <HandMark id={of.id} />
            {more?.(of)}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What somebody brings today, in their own words. */
function Bringing({ id }: { readonly id: string }) {
  const text = record("bringing", `bringing/${id}`)?.text;
  return text ? (
    <p class="person-about">
      <q>{text}</q>
    </p>
  ) : null;
}

/** What was entered for somebody in this step has been read back to them. */
function ReadBackMark({ of }: { readonly of: MemberRecord }) {
  const step = room()?.current;
  if (of.attends !== "proxy" || !step) return null;
  if (!record("read_back", `read_back/${step}`)?.members.includes(of.id)) return null;
  return (
    <span class="person-state done">
      <Icon name="check" />
      {t("people-read-back")}
    </span>
  );
}

function HandMark({ id }: { readonly id: string }) {
  const place = handPlace(id);
  if (place === 0) return null;
  return (
    <span class="person-state">
      <Icon name="hand" />
      <span aria-hidden="true">{place}</span>
      <span class="visually-hidden">{t("people-hand", { place })}</span>
    </span>
  );
}
