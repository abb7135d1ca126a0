"""What a server counts about itself, for Prometheus: numbers only, nothing about people."""

from prometheus_client import Counter, Gauge, Histogram

CONNECTIONS = Gauge(
    "commonground_connections", "Open live connections", multiprocess_mode="livesum"
)
ROOMS = Gauge("commonground_rooms", "Rooms in memory", multiprocess_mode="livesum")
COMMANDS = Counter("commonground_commands", "Commands answered with an acknowledgement")
REFUSALS = Counter("commonground_refusals", "Commands refused, by code", ["code"])
FRAMES = Counter("commonground_frames", "Frames sent to browsers")
CONFLICTS = Counter("commonground_conflicts", "Appends that another process was quicker with")
NEWS = Counter("commonground_news", "Messages heard from other nodes")
TICK_LAG = Histogram(
    "commonground_tick_lag_seconds",
    "From the moment a tick was due until its last frame was written",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5),
)
APPEND = Histogram(
    "commonground_append_seconds",
    "From asking the log to keep events until they were durable",
    buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5, 30),
)
BUS_UP = Gauge(
    "commonground_bus_up", "1 while other nodes can be heard", multiprocess_mode="livemin"
)
