// Builds the page that checks a record: one file without a network, a server or another file.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";

async function bundle(entryPoint, folder, more = {}) {
  const built = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".ftl": "text", ".woff2": "dataurl" },
    logLevel: "warning",
    ...more,
  });
  return built.outputFiles[0].text.trim();
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Return the whole page as HTML. Its own policy lets in nothing but what stands in it. */
export async function verifyPage(folder) {
  // An end tag inside the script would end it.
  const script = (await bundle("src/verify/main.tsx", folder)).replaceAll("</script", "<\\/script");
  const style = await bundle("styles/verify.css", folder, { format: undefined });
  const words = await readFile(join(folder, "locales", "en", "verify.ftl"), "utf8");
  const [, title] = /^verify-title = (.*)$/m.exec(words) ?? [];
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script>${script}</script>
</body>
</html>
`;
}
