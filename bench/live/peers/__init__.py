"""Other servers, each with the simplest honest version of the same room.

A change that a member sends goes to everyone in the room; nothing is decided and nothing is kept.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from bench.live.frames import text
from bench.live.load import CONNECTED
from bench.live.processes import SERVERS_CORE, free_port, redis, running
from bench.live.served import Relayed, Served

HERE = Path(__file__).parent

Peer = Callable[[], AbstractContextManager[Served]]


@contextmanager
def plain() -> Iterator[Served]:
    """Starlette on uvicorn with uvloop, which awaits `send_text` for one after another."""
    port = free_port()
    with running(_uvicorn("plain", port), SERVERS_CORE, port) as pid:
        yield Served(Relayed(lambda room: f"/room/{room}"), (port,), (pid,))


# Engine.IO 4 without its first, polling transport; then "40" opens the default namespace.
_SOCKET_IO = Relayed(
    path=lambda room: f"/socket.io/?EIO=4&transport=websocket&room=room-{room}",
    wrap=lambda change: f'42["change",{change}]',
    greeting=text(b"40"),
    awaits=CONNECTED,
)


@contextmanager
def python_socketio() -> Iterator[Served]:
    """python-socketio on uvicorn with uvloop and its Redis manager."""
    port = free_port()
    with redis() as (url, redis_pid):
        environment = {"REDIS_URL": url}
        with running(_uvicorn("socketio_room", port), SERVERS_CORE, port, environment) as pid:
            yield Served(_SOCKET_IO, (port,), (pid,), {"redis": redis_pid})


@contextmanager
def socket_io() -> Iterator[Served]:
    """socket.io on Node with its Redis adapter."""
    packages = HERE / "node"
    if not (packages / "node_modules").exists():
        subprocess.run(["npm", "ci", "--silent", "--ignore-scripts"], cwd=packages, check=True)
    port = free_port()
    with redis() as (url, redis_pid):
        environment = {"REDIS_URL": url, "PORT": str(port)}
        command: list[str | Path] = ["node", packages / "room.mjs"]
        with running(command, SERVERS_CORE, port, environment) as pid:
            yield Served(_SOCKET_IO, (port,), (pid,), {"redis": redis_pid})


_NGINX = """\
{module}
daemon off;
pid {folder}/pid;
error_log {folder}/errors warn;
worker_processes 1;
worker_rlimit_nofile 16384;
events {{ worker_connections 16384; }}
http {{
  access_log off;
  client_body_temp_path {folder}/bodies;
  proxy_temp_path {folder}/proxied;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    location ~ ^/room/(.+)$ {{
      nchan_pubsub websocket;
      nchan_channel_id $1;
      nchan_subscriber_first_message newest;
    }}
  }}
}}
"""


@contextmanager
def nchan() -> Iterator[Served]:
    """One nginx worker with nchan: each member's websocket publishes and subscribes."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="commonground-bench-") as folder:
        os.chmod(folder, 0o755)
        module = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")
        load = f"load_module {module};" if module.exists() else ""
        configuration = Path(folder, "nginx.conf")
        configuration.write_text(_NGINX.format(module=load, folder=folder, port=port))
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
        command: list[str | Path] = [program, "-e", f"{folder}/errors", "-c", configuration]
        with running(command, SERVERS_CORE, port) as pid:
            yield Served(Relayed(lambda room: f"/room/room-{room}"), (port,), (pid,))


def _uvicorn(module: str, port: int) -> list[str]:
    options = ["--port", str(port), "--loop", "uvloop", "--log-level", "warning"]
    quick = ["--no-access-log", "--ws-per-message-deflate", "false", "--backlog", "4096"]
    return [sys.executable, "-m", "uvicorn", f"bench.live.peers.{module}:app", *options, *quick]


PEERS: dict[str, Peer] = {
    "nchan": nchan,
    "socket.io": socket_io,
    "starlette": plain,
    "python-socketio": python_socketio,
}
