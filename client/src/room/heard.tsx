/** Who has had a say, for the chair alone, while there is still time to ask. */

import { Icon } from "../icons.tsx";
import { listOf } from "../steps/names.ts";
import { all } from "../store.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { isQuiet, notHeard, seatsOf, type Way, WAYS } from "./heard-counts.ts";

/** Which agency, or the family's seat, has not been heard in this step; and all counts on demand. */
export function Heard() {
  const step = room()?.current;
  const records = all("heard");
  if (!step || records.length === 0) return null;
  const quiet = notHeard(records, step).map(seatName);
  return (
    <section class="heard stack close" aria-labelledby="heard">
      <h2 class="kicker" id="heard" tabIndex={-1}>
        {t("heard-title")}
      </h2>
      <p class="heard-line">
        <Icon name={quiet.length > 0 ? "upcoming" : "done"} />
        <span>{quiet.length > 0 ? t("heard-not-yet", { seats: listOf(quiet) }) : t("heard-all")}</span>
      </p>
      <details class="more">
        <summary>{t("heard-details")}</summary>
        <Counts step={step} />
      </details>
    </section>
  );
}

function Counts({ step }: { readonly step: string }) {
  return (
    <table class="heard-counts">
      <caption class="note soft">{t("heard-only-you")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("heard-seat")}</th>
          <th scope="col">{t("heard-here")}</th>
          <th scope="col">{t("heard-meeting")}</th>
        </tr>
      </thead>
      <tbody>
        {seatsOf(all("heard"), step).map(({ agency, here, counts }) => (
          <tr key={agency ?? ""}>
            <th scope="row">
              <bdi>{seatName(agency)}</bdi>
            </th>
            <td>{here ? inWords(here) : t("heard-nothing")}</td>
            <td>{inWords(counts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function seatName(agency: string | null): string {
  return agency ?? t("heard-family");
}

function inWords(counts: Readonly<Record<Way, number>>): string {
  if (isQuiet(counts)) return t("heard-nothing");
  return WAYS.filter((way) => counts[way] > 0)
    .map((way) => t(`heard-${way}`, { count: counts[way] }))
    .join(", ");
}
