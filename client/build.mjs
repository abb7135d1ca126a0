// Bundles the browser client into server/static/app: app.js, app.css, fonts, icons and build.json.
// `node build.mjs` builds once; `node build.mjs --watch` builds again at each change.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { verifyPage } from "./verify-page.mjs";

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

/**
 * What is fetched later leans on all that is there already, and says so. Otherwise what the first
 * page shares with this part or that one is cut into a file for every way of sharing it, and a phone
 * waits for a dozen instead of two.
 */
const leanOnFirstLoad = {
  name: "lean-on-first-load",
  setup(build) {
    const later = new Set();
    // Imports are written with the whole name of the file, so nothing has to be looked for.
    build.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      if (kind === "dynamic-import") later.add(join(resolveDir, path));
      return undefined;
    });
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
      if (!later.has(path)) return undefined;
      const first = JSON.stringify(join(here, "src", "main.tsx"));
      const contents = `${await readFile(path, "utf8")}\nimport ${first};\n`;
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts", resolveDir: dirname(path) };
    });
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

/** The faces of the PDF files, which the server writes: letters of the scripts that people here use. */
const printFaces = [
  "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
  "atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
  "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf",
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/700Bold/NotoSans_700Bold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
  "noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf",
  "noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
  "noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf",
  "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
  "noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

async function copyPrintFaces() {
  const faces = join(here, "node_modules", "@expo-google-fonts");
  const copies = printFaces.map((face) => cp(join(faces, face), join(out, "print", basename(face))));
  const licence = cp(join(faces, "noto-sans", "LICENSE_FONT"), join(out, "print", "LICENSE"));
  await Promise.all([...copies, licence]);
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
      await copyPrintFaces();
      await writeFile(join(out, "verify.html"), await verifyPage(here));
      const hash = createHash("sha256");
      for (const name of ["app.js", "app.css", "archive.css", "disclosure.css", "icons.svg", "record-print.css"]) hash.update(await readFile(join(out, name)));
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
    { in: "styles/archive.css", out: "archive" },
    { in: "styles/disclosure.css", out: "disclosure" },
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
  plugins: [drawIcons, leanOnFirstLoad, finish],
});

if (watching) {
  await context.watch();
} else {
  // What went wrong has been printed by now.
  const built = await context.rebuild().then(() => true, () => false);
  await context.dispose();
  process.exit(built ? 0 : 1);
}
