import { now } from "../clock.ts";
import { attempt, pending } from "../commands.ts";
import { AtTable } from "../hall/at-table/at-table.tsx";
import { Icon } from "../icons.tsx";
import { me } from "../people.tsx";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";
import { ChairBack } from "./chair-back.tsx";
import { coverOffer } from "./cover.ts";
import { Door } from "./door.tsx";
import { lineGone } from "./happenings.ts";
import { RiskBanners, risksToTell } from "./risk.tsx";
import { MergeBanner } from "./person-choices.tsx";
import { SeatBanner } from "./seats.tsx";
import { LookingElsewhere } from "./stage.tsx";

/** What people must know whatever the step: the line, a pause, an empty chair. */
export function Banners() {
  return (
    <>
      <RiskBanners />
      <LineBanner />
      <AtTable part="banners" />
      <PauseBanner />
      <CoverBanner />
      <LookingElsewhere />
      <SeatBanner />
      <ChairBack />
      <MergeBanner />
      <Door />
    </>
  );
}

/** The line is gone. What was done meanwhile is safe, and how much of it waits. */
export function LineBanner() {
  if (!lineGone.value) return null;
  return (
    <div class="banner offline">
      <Icon name="offline" />
      <p>{pending.value > 0 ? t("line-lost-saved", { count: pending.value }) : t("line-lost")}</p>
    </div>
  );
}

function PauseBanner() {
  const held = record("at_table", "at_table")?.held;
  if (!room()?.paused || held || risksToTell().length > 0) return null;
  return (
    <div class="banner paused">
      <Icon name="pause" />
      <p>{t("paused")}</p>
    </div>
  );
}

function CoverBanner() {
  const where = room();
  if (!where || all("member").every((of) => of.role !== "chair" || of.here)) return null;
  const offer = coverOffer(all("member"), me(), where, now.value);
  switch (offer.kind) {
    case "none":
      return null;
    case "wait":
      return <ChairAway text={t("cover-wait", { chair: offer.chair.name })} />;
    case "deputy":
      return <ChairAway text={t("cover-deputy", { chair: offer.chair.name, deputy: offer.deputy.name })} />;
    case "offer":
      return <ChairAway text={t("cover-offer", { chair: offer.chair.name })} canCover />;
    default:
      return offer satisfies never;
  }
}

function ChairAway({ text, canCover = false }: { readonly text: string; readonly canCover?: boolean }) {
  return (
    <div class="banner">
      <Icon name="wait" />
      <p>{text}</p>
      {canCover && (
        <button type="button" class="button primary" onClick={() => void attempt({ type: "cover" })}>
          {t("cover-take")}
        </button>
      )}
    </div>
  );
}
