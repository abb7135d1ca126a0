import { roomPath } from "../http.ts";
import { Icon } from "../icons.tsx";
import { keepsRecord } from "../people.tsx";
import { dayOf } from "../steps/day.ts";
import { record } from "../store.ts";
import type { CarriedRecord } from "../wire.ts";
import { t } from "../words.ts";
import { isTable, room } from "./agenda.ts";

/** What the meeting before left open and what it settled, for everybody in the room that goes on from it. */
export function FromLastTime() {
  const carried = record("carried", "carried");
  if (!carried) return null;
  return (
    <section class="card stack">
      <h2>{t("carried-head")}</h2>
      <p class="soft">{t("carried-from", { title: carried.title })}</p>
      {carried.vision && (
        <p class="lead">
          {t("carried-vision")} <q>{carried.vision}</q>
        </p>
      )}
      <Promises carried={carried} />
      <Settled carried={carried} />
    </section>
  );
}

/** In the first step of the agenda it is looked at once more; later it would be in the way. */
export function FromLastTimeAtFirst({ step }: { readonly step: { readonly number: number } }) {
  return step.number === 1 && room()?.closed === null ? <FromLastTime /> : null;
}

function Promises({ carried }: { readonly carried: CarriedRecord }) {
  return (
    <>
      <h3>{t("carried-promises", { count: carried.promises.length })}</h3>
      {carried.promises.length > 0 && (
        <ul class="stack close">
          {soonest(carried.promises).map((promise) => (
            <li key={promise.id}>
              <strong>{promise.owners.map((owner) => owner.name || owner.agency).join(", ")}</strong>: {promise.terms.what}
              {promise.terms.how && <span class="soft"> {t("carried-how", { how: promise.terms.how })}</span>}
              {dueOf(promise) && <span class="soft"> {t("carried-due", { day: dayOf(dueOf(promise)) })}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What was to be looked at first comes first; what has no day comes last. */
function soonest(promises: CarriedRecord["promises"]): CarriedRecord["promises"] {
  return [...promises].sort((a, b) => (dueOf(a) || "9").localeCompare(dueOf(b) || "9"));
}

function dueOf(promise: CarriedRecord["promises"][number]): string {
  return promise.terms.review || promise.terms.by || "";
}

function Settled({ carried }: { readonly carried: CarriedRecord }) {
  if (carried.settled.length === 0) return null;
  return (
    <>
      <h3>{t("carried-settled")}</h3>
      <ul class="stack close">
        {carried.settled.map((one) => (
          <li key={`${one.title} ${one.text}`}>
            <strong>{one.title}</strong>: {one.text}{" "}
            <span class="soft">{t(one.agreed ? "carried-agreed" : "carried-not-all")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The way to the room that goes on from this one, for those who were here. */
export function Followed() {
  const followed = record("followed", "followed");
  if (!followed) return null;
  return (
    <p class="status">
      <Icon name="forward" />
      <a href={`/r/${followed.code}`}>{t("followed-link", { code: followed.code })}</a>
    </p>
  );
}

/** What the meeting came to as a file that names nobody, for whoever looks at impact. */
export function OutcomesLink() {
  return (
    <a class="button quiet" href={roomPath("/outcomes.json")} download>
      <Icon name="download" />
      {t("outcomes-link")}
    </a>
  );
}

/** The way to prepare the next meeting, for those who lead or write. */
export function FollowLink() {
  if (!keepsRecord() || isTable()) return null;
  return (
    <a class="button" href={roomPath("/follow")}>
      <Icon name="forward" />
      {t("followed-prepare")}
    </a>
  );
}
