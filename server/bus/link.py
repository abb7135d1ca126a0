"""The standing link to one Redis server: comes back when it breaks, and catches up."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

import msgspec

from server.bus import parcel
from server.bus.access import Access, Place
from server.bus.backoff import Backoff
from server.bus.bus import Listener
from server.bus.outbox import Outbox
from server.bus.trouble import Trouble
from server.bus.wire import PING, Command, Wire
from server.metrics import NEWS

logger = logging.getLogger(__name__)

# Seconds between two looks at a wire, and how many silent looks mean that nobody is there.
LOOK = 1.0
MOST_SILENT = 2

# What a cluster says when somebody else carries the channel now, or nobody yet.
ELSEWHERE = frozenset({"MOVED", "ASK", "TRYAGAIN", "CLUSTERDOWN"})


class Verbs(msgspec.Struct, frozen=True):
    """The commands of one kind of publishing."""

    say: bytes
    follow: bytes
    leave: bytes


PLAIN = Verbs(say=b"PUBLISH", follow=b"SUBSCRIBE", leave=b"UNSUBSCRIBE")
SHARDED = Verbs(say=b"SPUBLISH", follow=b"SSUBSCRIBE", leave=b"SUNSUBSCRIBE")


class Hub(msgspec.Struct, frozen=True):
    """What a link needs from the bus that it belongs to."""

    node: bytes  # this node's id, `parcel.NODE_BYTES` long
    astray: Callable[[bytes], None]  # called with a channel that the link cannot carry any more
    changed: Callable[[], None]  # called when `up` has changed


class Link:
    """Follows channels and says messages at one server.

    At most one batch of commands is under way. What comes up meanwhile is collected and makes the
    next batch, so batches grow with the load by themselves.
    """

    def __init__(self, access: Access, place: Place, verbs: Verbs, hub: Hub) -> None:
        self.up = False
        self._access = access
        self._place = place
        self._verbs = verbs
        self._hub = hub
        self._listeners: dict[bytes, Listener] = {}
        # Channels about which the server has not been told yet whether we follow them.
        self._unsettled: set[bytes] = set()
        self._outbox = Outbox()
        self._wire: Wire | None = None
        self._scheduled = False
        self._all_said = asyncio.Event()
        self._news = 0
        self._trouble = Trouble(logger, "no link to Redis")

    def follow(self, channel: bytes, listener: Listener) -> None:
        """Follow a channel from some moment soon after; `missed` is called then, even if we did."""
        self._listeners[channel] = listener
        self._unsettled.add(channel)
        self._soon()

    def unfollow(self, channel: bytes) -> None:
        """Stop following a channel."""
        self._listeners.pop(channel, None)
        self._unsettled.add(channel)
        self._soon()

    def say(self, channel: bytes, message: bytes) -> None:
        """Say a message with the next batch. Without a wire only the gap is remembered."""
        if self._wire is None:
            self._outbox.gap(channel)
            return
        self._outbox.add(channel, message)
        self._soon()

    def gap(self, channel: bytes) -> None:
        """Say with the next batch that messages were lost."""
        self._outbox.gap(channel)
        self._soon()

    def unsaid(self) -> list[bytes]:
        """Return the channels with something that may never have been said, and forget it."""
        if self._wire is not None:
            self._gap_unanswered(self._wire)
        return list(self._outbox.take())

    async def run(self) -> None:
        """Keep the link up until cancelled."""
        backoff = Backoff()
        while True:
            try:
                await self._stay()
            # Whatever it was, a link never ends by itself.
            except Exception as error:
                self._trouble.is_(type(error).__name__)
            await asyncio.sleep(backoff.seconds())

    async def finish(self, seconds: float) -> None:
        """Wait until everything is said, at most so long."""
        self._all_said.clear()
        if self._wire is not None:
            self._soon()
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._all_said.wait()

    async def _stay(self) -> None:
        """Open a wire and stay with it until it breaks. Raises what connecting does."""
        wire = Wire(await self._access.connect(self._place), self)
        try:
            self._begin(wire)
            await self._watch(wire)
        finally:
            self._break(wire)
            await wire.close()

    def _begin(self, wire: Wire) -> None:
        """Follow everything again; the ping makes sure that there is an answer to wait for."""
        self._wire = wire
        self._unsettled = set(self._listeners)
        wire.send([*self._settle(wire), PING])

    async def _watch(self, wire: Wire) -> None:
        """Return when the wire has broken, or has been silent for too long."""
        while not wire.closed.done() and wire.silent <= MOST_SILENT:
            if not wire.under_way:
                wire.send([PING])
            await asyncio.wait([wire.closed], timeout=LOOK)
            wire.silent += 1
        self._trouble.is_("closed" if wire.closed.done() else "silent")

    def _break(self, wire: Wire) -> None:
        """Make gaps of what nobody knows to have arrived, and of what waits."""
        self._wire = None
        self._gap_unanswered(wire)
        self._outbox.lose_all()
        self._all_said.set()
        self._become(up=False)

    def _gap_unanswered(self, wire: Wire) -> None:
        for verb, channel, *_ in wire.under_way:
            if verb == self._verbs.say:
                self._outbox.gap(channel)

    def _become(self, *, up: bool) -> None:
        if self.up != up:
            self.up = up
            self._hub.changed()

    def _soon(self) -> None:
        """Send when everything else of this moment has been said too."""
        if self._wire is not None and not self._scheduled and not self._wire.under_way:
            self._scheduled = True
            asyncio.get_running_loop().call_soon(self._flush)

    def _flush(self) -> None:
        self._scheduled = False
        wire = self._wire
        if wire is None or wire.under_way:
            return
        if commands := [*self._settle(wire), *self._parcels()]:
            wire.send(commands)
        else:
            self._all_said.set()

    def _settle(self, wire: Wire) -> list[Command]:
        """Return what brings the server's idea of what we follow in line with ours.

        Following is said again where the server knows it already: its answer tells a new listener
        from when on it hears everything.
        """
        unsettled, self._unsettled = self._unsettled, set()
        return [
            (self._verbs.follow if channel in self._listeners else self._verbs.leave, channel)
            for channel in unsettled
            if channel in self._listeners or channel in wire.following
        ]

    def _parcels(self) -> list[Command]:
        node, say = self._hub.node, self._verbs.say
        return [
            (say, channel, parcel.pack(node, messages))
            for channel, messages in self._outbox.take().items()
        ]

    def heard(self, channel: bytes, parcelled: bytes) -> None:
        """Hand on what another node said; also what nobody can read, as a gap."""
        listener = self._listeners.get(channel)
        if listener is None or parcelled.startswith(self._hub.node):
            return
        try:
            messages = parcel.unpack(parcelled)
        except msgspec.DecodeError:
            messages = []
        self._news += len(messages)
        self._hand_on(listener, messages)

    def _hand_on(self, listener: Listener, messages: list[bytes]) -> None:
        """Let a listener hear, or miss where there is nothing. Its bugs stop nobody else's room."""
        try:
            for message in messages:
                listener.heard(message)
            if not messages:
                listener.missed()
        except Exception:
            logger.exception("a bug in hearing what another node said")

    def confirmed(self, channel: bytes) -> None:
        """Tell the listener that it hears everything from now on, and nothing from before."""
        if listener := self._listeners.get(channel):
            self._hand_on(listener, [])

    def dropped(self, channel: bytes) -> None:
        """Give back a channel that has moved away."""
        if channel in self._listeners:
            self._give_back(channel)

    def refused(self, command: Command, code: str) -> None:
        """Give back what another server carries; start again after any other refusal."""
        if code not in ELSEWHERE:
            self._trouble.is_(code)
            if self._wire is not None:
                self._wire.break_off()
        elif command[0] != self._verbs.leave:
            self._give_back(command[1])

    def _give_back(self, channel: bytes) -> None:
        self.unfollow(channel)
        self._hub.astray(channel)

    def read(self) -> None:
        """Count, and send the next batch once the one under way is answered."""
        if self._news:
            NEWS.inc(self._news)
            self._news = 0
        if self._wire is not None and not self._wire.under_way:
            self._trouble.is_over()
            self._become(up=True)
            self._flush()
