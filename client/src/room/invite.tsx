import { isOnlyHere, roomPath, site, siteHost } from "../http.ts";
import { Icon } from "../icons.tsx";
import { t } from "../words.ts";
import { CopyLine, LinkMaker } from "./copy-line.tsx";

/** The room's code as it is read out: in two halves. */
export function JoinCode() {
  const code = document.body.dataset["room"] ?? "";
  const half = Math.ceil(code.length / 2);
  return (
    <p class="join-code" aria-label={t("invite-code-spoken", { code: [...code].join(" ") })}>
      {code.slice(0, half)} {code.slice(half)}
    </p>
  );
}

/** The drawing that a phone's camera opens. */
export function JoinDrawing() {
  return <img class="qr" src={roomPath("/qr.svg")} alt={t("invite-drawing")} />;
}

/** Everything that brings another person in. */
export function Invite() {
  return (
    <div class="stack">
      <div class="invite">
        <JoinDrawing />
        <div class="stack">
          <p>{t("invite-how", { host: siteHost() })}</p>
          <JoinCode />
        </div>
      </div>
      {isOnlyHere() && (
        <div class="banner">
          <Icon name="warning" />
          <p>{t("invite-local")}</p>
        </div>
      )}
      <CopyLine link={site() + roomPath()} label={t("invite-link")} />
    </div>
  );
}

/** The link of the projector's page. */
export function WallLink() {
  return (
    <div class="stack">
      <p>{t("wall-why")}</p>
      <LinkMaker page="/wall-link" icon="wall" button={t("wall-make")} label={t("wall-link")} open={t("wall-open")} />
    </div>
  );
}
