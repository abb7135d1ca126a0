import type { ComponentChildren } from "preact";
import { Icon } from "../icons.tsx";
import { Badge, me } from "../people.tsx";
import { t } from "../words.ts";
import type { MemberRecord } from "../wire.ts";
import { hands } from "./hands.ts";

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
              <bdi>{of.agency}</bdi>
              {of.role !== "participant" && ` · ${t(`role-${of.role}`)}`}
              {!of.here && ` · ${t("people-away")}`}
            </p>
          </div>
          <div class="cluster">
            <HandMark id={of.id} />
            {more?.(of)}
          </div>
        </li>
      ))}
    </ul>
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
