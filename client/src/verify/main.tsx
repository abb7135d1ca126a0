import { render } from "preact";
import catalogue from "../../locales/en/verify.ftl";
import { t, useWords } from "../words.ts";
import { Page } from "./page.tsx";

useWords(catalogue, "en");
document.title = t("verify-title");
const shell = document.getElementById("app");
if (shell) render(<Page />, shell);
