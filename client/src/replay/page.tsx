/** How a meeting went: a slider through its moments, and what everyone saw at each. */

import { useEffect, useState } from "preact/hooks";
import { roomPath } from "../http.ts";
import { useAnnounced } from "../announced.ts";
import { Icon } from "../icons.tsx";
import { StatusRegion } from "../room/notices.tsx";
import type { Replay } from "../wire.ts";
import { t } from "../words.ts";
import { Convergence } from "./convergence.tsx";
import { fetchFrame, fetchReplay, show } from "./load.ts";
import { Shown } from "./shown.tsx";
import { Slider } from "./slider.tsx";

// Somebody who slides past a moment does not look at it.
const REST_MS = 150;

/** The page, once it is known whether there is anything to show. */
export function ReplayPage() {
  const [replay, setReplay] = useState<Replay | "asked" | "unreached">("asked");
  const ask = () => {
    setReplay("asked");
    void fetchReplay().then((found) => setReplay(found ?? "unreached"));
  };
  useEffect(ask, []);
  useAnnounced(replay === "unreached" ? t("replay-unreached") : "");
  return (
    <main id="main" class="page-main stack open replay">
      <header class="stack close">
        <h1>{t("replay-head")}</h1>
        {typeof replay === "object" && (
          <p class="lead">
            <a href={roomPath()}>{replay.title}</a>
          </p>
        )}
      </header>
      {replay === "asked" && <p>{t("replay-loading")}</p>}
      {replay === "unreached" && (
        <div class="stack close">
          <p>{t("replay-unreached")}</p>
          <p class="buttons">
            <button type="button" class="button" onClick={ask}>
              <Icon name="undo" />
              {t("replay-again")}
            </button>
          </p>
        </div>
      )}
      {typeof replay === "object" && <Slides replay={replay} />}
      <StatusRegion />
    </main>
  );
}

function Slides({ replay }: { readonly replay: Replay }) {
  const [index, setIndex] = useState(replay.moments.length - 1);
  const [shown, setShown] = useState<number>();
  const [lost, setLost] = useState(false);
  const position = replay.moments[index]?.position;
  useAnnounced(lost ? t("replay-frame-lost") : "");
  useEffect(() => {
    if (position === undefined) return;
    let stays = true;
    const rest = setTimeout(() => {
      void fetchFrame(position).then((frame) => {
        if (!stays) return;
        setLost(!frame);
        if (!frame) return;
        show(frame);
        setShown(position);
      });
    }, REST_MS);
    return () => {
      stays = false;
      clearTimeout(rest);
    };
  }, [position]);
  return (
    <>
      <p class="soft">{t("replay-how")}</p>
      <Slider replay={replay} index={index} go={setIndex} />
      <Convergence replay={replay} index={index} />
      {lost && <p>{t("replay-frame-lost")}</p>}
      <div class="replay-frame" aria-busy={shown !== position}>
        {shown !== undefined && <Shown />}
      </div>
    </>
  );
}
