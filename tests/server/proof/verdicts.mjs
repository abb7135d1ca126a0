// Reads cases, one JSON object on each line with files as base64, and writes the verdict on each as
// the page comes to it.

import { createInterface } from "node:readline";
import { verify } from "../../../client/src/verify/verify.ts";

const bytes = (text) => (text ? new Uint8Array(Buffer.from(text, "base64")) : undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const { data, receipt, mark, key } = JSON.parse(line);
  const { status, findings, confirmed } = verify(bytes(data) ?? new Uint8Array(), { receipt: bytes(receipt), mark, key });
  console.log(JSON.stringify({ status, findings, confirmed }));
}
