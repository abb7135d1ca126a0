import { render } from "preact";
import { Icon } from "./icons.tsx";

const root = document.getElementById("app");
if (root) render(<Icon name="people" />, root);
