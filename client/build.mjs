// Bundles the browser client into server/static/app: app.js, app.css, fonts, icons and build.json.
// `node build.mjs` builds once; `node build.mjs --watch` builds again at each change.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "server", "static", "app");
const watching = process.argv.includes("--watch");

/** The drawing inside each icon that src/icons.json names, by our name for it. */
async function icons() {
  const names = JSON.parse(await readFile(join(here, "src", "icons.json"), "utf8"));
  const shapes = Object.entries(names).map(async ([name, lucide]) => {
    const svg = await readFile(join(here, "node_modules", "lucide-static", "icons", `${lucide}.svg`), "utf8");
    return [name, svg.replace(/^[^]*?<svg[^>]*>|<\/svg>[^]*$/g, "").replace(/\s+/g, " ").trim()];
  });
  return Object.fromEntries(await Promise.all(shapes));
}

/** Importing icons.json gives the drawings, so only the icons it names are shipped. */
const drawIcons = {
  name: "draw-icons",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]icons\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(await icons()),
      loader: "json",
      watchFiles: [path],
    }));
  },
};

/** The same icons as one sprite, for the pages that are made on the server. */
async function writeSprite() {
  const symbols = Object.entries(await icons()).map(
    ([name, shape]) =>
      `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ` +
      `stroke-linecap="round" stroke-linejoin="round">${shape}</symbol>`,
  );
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
  await writeFile(join(out, "icons.svg"), sprite);
}

/** Only a good build replaces the last one; its id changes when any byte of it changed. */
const finish = {
  name: "finish",
  setup(build) {
    build.onEnd(async ({ errors, outputFiles }) => {
      if (errors.length > 0) return;
      await rm(out, { recursive: true, force: true });
      const folders = new Set(outputFiles.map(({ path }) => dirname(path)));
      await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
      await Promise.all(outputFiles.map(({ path, contents }) => writeFile(path, contents)));
      await cp(join(here, "assets"), out, { recursive: true });
      await writeSprite();
      const hash = createHash("sha256");
      for (const name of ["app.js", "app.css", "icons.svg"]) hash.update(await readFile(join(out, name)));
      const id = hash.digest("hex").slice(0, 12);
      await writeFile(join(out, "build.json"), `${JSON.stringify({ build: id })}\n`);
      console.log(`client built: ${id}`);
    });
  },
};

const context = await esbuild.context({
  absWorkingDir: here,
  entryPoints: [
    { in: "src/main.tsx", out: "app" },
    { in: "styles/main.css", out: "app" },
  ],
  outdir: out,
  bundle: true,
  minify: true,
  sourcemap: true,
  write: false,
  format: "esm",
  // What nobody waits for is fetched after the page is there (src/steps/row-drag.ts).
  splitting: true,
  chunkNames: "parts/[name]-[hash]",
  target: "es2020",
  jsx: "automatic",
  jsxImportSource: "preact",
  // Fonts carry their own hash in the name, so a browser may keep them for good.
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
  logLevel: "warning",
  plugins: [drawIcons, finish],
});

if (watching) {
  await context.watch();
} else {
  // What went wrong has been printed by now.
  const built = await context.rebuild().then(() => true, () => false);
  await context.dispose();
  process.exit(built ? 0 : 1);
}
