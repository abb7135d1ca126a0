"""The bus between nodes that share a Redis server or cluster."""

import asyncio
import logging
import secrets
from types import TracebackType

from server.bus import parcel
from server.bus.access import HOME, Access, Place
from server.bus.backoff import Backoff
from server.bus.bus import Listener
from server.bus.layout import NOWHERE, Layout, survey
from server.bus.link import PLAIN, SHARDED, Hub, Link
from server.bus.trouble import Trouble
from server.metrics import BUS_UP

logger = logging.getLogger(__name__)

CHANNEL = b"commonground:room:"

# Seconds for the last words.
FAREWELL = 1.0


class RedisBus:
    """Carries messages through Redis 6 or newer, or through a cluster of Redis 7 or newer.

    Raises `ValueError` where the URL cannot be one of Redis. Redis keeps nothing: while it is away
    messages are lost, and all who should have heard them are told so afterwards.
    """

    alone = False

    def __init__(self, url: str) -> None:
        self._access = Access(url)
        self._hub = Hub(secrets.token_bytes(parcel.NODE_BYTES), self._gone_astray, self._changed)
        self._listeners: dict[bytes, Listener] = {}
        self._layout = NOWHERE
        self._links: dict[Place, Link] = {}
        self._tasks: dict[Place, asyncio.Task[None]] = {}
        self._ending: set[asyncio.Task[None]] = set()
        # Which server each channel that we follow was given to.
        self._given: dict[bytes, Place] = {}
        # Channels with something to say that no server carries for now.
        self._strays: set[bytes] = set()
        self._doubt = asyncio.Event()
        self._trouble = Trouble(logger, "no answer from Redis")
        self._up = False

    @property
    def up(self) -> bool:
        """Whether every server that carries rooms answers."""
        return self._up

    def join(self, room: str, listener: Listener) -> None:
        """Follow a room, in place of the one who followed it before."""
        channel = CHANNEL + room.encode()
        self._listeners[channel] = listener
        self._give(channel, listener)

    def leave(self, room: str) -> None:
        """Stop following a room."""
        channel = CHANNEL + room.encode()
        self._listeners.pop(channel, None)
        if place := self._given.pop(channel, None):
            self._links[place].unfollow(channel)

    def say(self, room: str, message: bytes) -> None:
        """Say something with the next batch, or remember that something could not be said."""
        channel = CHANNEL + room.encode()
        if link := self._link(channel):
            link.say(channel, message)
        else:
            self._strays.add(channel)

    async def __aenter__(self) -> "RedisBus":
        BUS_UP.set(0)
        self._surveyor = asyncio.create_task(self._keep_layout())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._end(self._surveyor)
        await asyncio.gather(*(link.finish(FAREWELL) for link in self._links.values()))
        await self._end(*self._tasks.values(), *self._ending)

    async def _end(self, *tasks: asyncio.Task[None]) -> None:
        """Cancel as often as needed: `asyncio.wait_for`, which redis-py uses, may swallow one."""
        running = set(tasks)
        while running:
            for task in running:
                task.cancel()
            _, running = await asyncio.wait(running, timeout=FAREWELL)

    async def _keep_layout(self) -> None:
        """Find out how things lie, and in a cluster again whenever that is in doubt."""
        backoff = Backoff()
        while True:
            self._doubt.clear()
            if (layout := await self._survey()) is not None:
                self._lay_out(layout)
                if not layout.clustered:
                    return
                await self._doubt.wait()
            await asyncio.sleep(backoff.seconds())

    async def _survey(self) -> Layout | None:
        """Ask one server after the other, those that answered last before all others."""
        for place in sorted((*self._links, HOME), key=self._is_down):
            try:
                layout = await survey(self._access, place)
            # Whatever is wrong with an answer, the next one may be better.
            except Exception as error:
                reason = type(error).__name__
            else:
                self._trouble.is_over()
                return layout
        self._trouble.is_(reason)
        return None

    def _is_down(self, place: Place) -> bool:
        return place not in self._links or not self._links[place].up

    def _lay_out(self, layout: Layout) -> None:
        """Have a link to each server, and each channel with its owner."""
        self._layout = layout
        for place in self._links.keys() - layout.places:
            self._retire(place)
        for place in layout.places - self._links.keys():
            verbs = SHARDED if layout.clustered else PLAIN
            self._links[place] = Link(self._access, place, verbs, self._hub)
            self._tasks[place] = asyncio.create_task(self._links[place].run())
        for channel, listener in self._listeners.items():
            if self._given.get(channel) != layout.owner(channel):
                self._give(channel, listener)
        self._deal_out_strays()
        self._changed()

    def _retire(self, place: Place) -> None:
        ending = self._tasks.pop(place)
        ending.cancel()
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)
        self._strays.update(self._links.pop(place).unsaid())
        self._given = {c: given for c, given in self._given.items() if given != place}

    def _deal_out_strays(self) -> None:
        strays, self._strays = self._strays, set()
        for channel in strays:
            if link := self._link(channel):
                link.gap(channel)
            else:
                self._strays.add(channel)

    def _give(self, channel: bytes, listener: Listener) -> None:
        """Let the owner of a channel follow it, and nobody else."""
        place = self._layout.owner(channel)
        if (before := self._given.pop(channel, None)) and before != place:
            self._links[before].unfollow(channel)
        if place is not None:
            self._given[channel] = place
            self._links[place].follow(channel, listener)

    def _link(self, channel: bytes) -> Link | None:
        place = self._layout.owner(channel)
        return None if place is None else self._links[place]

    def _gone_astray(self, channel: bytes) -> None:
        """Look for a channel's new owner; on the way something may have been lost."""
        self._given.pop(channel, None)
        self._strays.add(channel)
        self._doubt.set()

    def _changed(self) -> None:
        up = self._layout.whole and all(link.up for link in self._links.values())
        if up != self._up:
            self._up = up
            BUS_UP.set(up)
            logger.info("the bus is %s", "up" if up else "down")
        if not up:
            self._doubt.set()
