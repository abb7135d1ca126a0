import { Heard } from "./heard.tsx";
import { WhoNeedsLonger } from "./longer.tsx";
import { AskedOfMe, OpenRemarks } from "./remarks/asked.tsx";

/** What asks for the chair's attention: who needs longer, what waits for an answer, who is not heard. */
export function DeskNeeds() {
  return (
    <>
      <WhoNeedsLonger />
      <AskedOfMe />
      <OpenRemarks />
      <Heard />
    </>
  );
}
