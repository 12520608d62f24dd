"""Many visitors at once: sessions over Streamlit's own protocol, each toggling themes. Run with ``--help``."""

import argparse
import asyncio
import os
import random
import re
import statistics
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from app_server import ROOT, cpu_seconds, resident_mb, running
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from synthetic_atlas import synthetic_atlas
from websockets.asyncio.client import ClientConnection, connect

from geo.atlas import save_atlas

PATIENCE_S = 60
GEOMETRY = re.compile(r"atlas/[\w-]+")
DRAWN = re.compile(r"drawn/[\w-]+")
SUCCESS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Visitor:
    """One session as its browser knows it: the widgets' values, and what the server has sent."""

    socket: ClientConnection
    address: str
    page: str = ""
    fragment: str = ""
    query: str = ""
    button_id: str = ""
    themes: list[str] = field(default_factory=list)
    chosen: set[str] = field(default_factory=set)
    map_args: str = ""
    cached: dict[str, ForwardMsg] = field(default_factory=dict)
    received: int = 0
    trouble: str = ""

    async def open(self) -> float:
        """Run the page for the first time, fetch the places as a browser does; return the seconds."""
        start = time.perf_counter()
        await self.ask()
        await self.answer(first=True)
        return time.perf_counter() - start

    async def toggle(self, theme: str) -> float:
        """Press a theme's button; return the seconds until the run is finished, all of it received."""
        self.chosen ^= {theme}
        before, self.received = self.map_args, 0
        start = time.perf_counter()
        await self.ask()
        await self.answer()
        seconds = time.perf_counter() - start
        if self.map_args == before:
            self.trouble = "A toggle left the map as it was."
        return seconds

    async def ask(self) -> None:
        """Ask for a run, with the state of the widgets."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash, run.fragment_id = self.query, self.page, self.fragment
        run.cached_message_hashes.extend(self.cached)
        run.context_info.url = self.address
        if self.button_id:
            state = run.widget_states.widgets.add(id=self.button_id)
            state.string_array_value.data.extend(theme for theme in self.themes if theme in self.chosen)
        await self.socket.send(message.SerializeToString())

    async def answer(self, *, first: bool = False) -> None:
        """Take what a run sends, to its end."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                data = await self.socket.recv()
                self.received += len(data)
                message = ForwardMsg.FromString(data)
                self.take(self.whole(message))
                if first and self.map_args:
                    first = False
                    await asyncio.to_thread(self.draw)
                if message.WhichOneof("type") == "script_finished":
                    self.finish(message.script_finished)
                    return

    def whole(self, message: ForwardMsg) -> ForwardMsg:
        """Return a message that was sent before and is now only named; keep one that may be named."""
        if message.WhichOneof("type") == "ref_hash":
            return self.cached[message.ref_hash]
        if message.metadata.cacheable:
            self.cached[message.hash] = message
        return message

    def take(self, message: ForwardMsg) -> None:
        """Remember what the next request must say."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.take_element(message.delta)

    def take_element(self, delta) -> None:  # noqa: ANN001  a protobuf message
        """Remember the theme buttons and the map; an exception on the page is a trouble."""
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "button_group" and element.button_group.id.endswith("-themes"):
            self.take_buttons(element.button_group, delta.fragment_id)
        elif kind == "component_instance":
            self.map_args = element.component_instance.json_args
        elif kind == "exception":
            self.trouble = element.exception.message

    def take_buttons(self, group, fragment: str) -> None:  # noqa: ANN001  a protobuf message
        """Remember how the theme buttons are called; at first those of the default are pressed."""
        self.themes = [f"{option.content_icon} {option.content}".strip() for option in group.options]
        self.fragment = fragment
        if not self.button_id:
            self.button_id = group.id
            self.chosen = {self.themes[position] for position in group.default}

    def draw(self) -> None:
        """Fetch the places and say that the map is drawn, as its script does."""
        for found, data in ((GEOMETRY, None), (DRAWN, b"")):
            path = found.search(self.map_args)
            if path:
                suffix = "/places.json" if data is None else ""
                with urllib.request.urlopen(f"{self.address}/jintu/{path[0]}{suffix}", data) as reply:  # noqa: S310  our own server
                    reply.read()

    def finish(self, status: int) -> None:
        """Take note of a run that did not succeed."""
        if status not in SUCCESS:
            self.trouble = f"A run ended with status {status}."


@dataclass
class Outcome:
    """What all sessions together met with; times in seconds."""

    openings: list[float] = field(default_factory=list)
    toggles: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    server_cpu: float = 0.0
    memory_mb: float = 0.0


async def visit(address: str, outcome: Outcome, times: int, think_s: float, gate: asyncio.Barrier) -> None:
    """Open the page with all others, then toggle themes with pauses to think; trouble is noted, not raised."""
    visitor = None
    try:
        socket = f"ws{address.removeprefix('http')}/_stcore/stream"
        async with connect(socket, subprotocols=["streamlit"], max_size=None) as open_socket:
            visitor = Visitor(open_socket, address)
            outcome.openings.append(await visitor.open())
            await gate.wait()
            for _ in range(times):
                await asyncio.sleep(random.uniform(0.5, 1.5) * think_s)  # noqa: S311  no secret
                outcome.toggles.append(await visitor.toggle(random.choice(visitor.themes[:-1])))  # noqa: S311
                outcome.sizes.append(visitor.received)
            await gate.wait()
            await gate.wait()
    except Exception as error:  # noqa: BLE001  every failure of a session is what this counts
        outcome.troubles.append(repr(error))
        await gate.abort()
    if visitor and visitor.trouble:
        outcome.troubles.append(visitor.trouble)


async def crowd(address: str, pid: int, options: argparse.Namespace) -> Outcome:
    """Let all visitors in at once; measure the server while they toggle, and its memory while all are there."""
    outcome = Outcome()
    gate = asyncio.Barrier(options.sessions + 1)
    before = resident_mb(pid)
    visitors = [
        asyncio.create_task(visit(address, outcome, options.times, options.think, gate))
        for _ in range(options.sessions)
    ]
    try:
        await gate.wait()
        cpu = cpu_seconds(pid)
        await gate.wait()
        outcome.server_cpu = cpu_seconds(pid) - cpu
        outcome.memory_mb = (resident_mb(pid) - before) / options.sessions
        await gate.wait()
    except asyncio.BrokenBarrierError:
        pass  # the visitor that broke it has said why
    await asyncio.gather(*visitors)
    return outcome


async def measure(folder: Path, options: argparse.Namespace) -> Outcome:
    """Serve an atlas to one visitor, so that what all share is there, and then to the crowd."""
    with running(ROOT / "app.py", JINTU_ATLAS_DIR=str(folder)) as (address, process):
        alone = argparse.Namespace(sessions=1, times=2, think=0.1)
        await crowd(address, process.pid, alone)
        return await crowd(address, process.pid, options)


def line(places: int, outcome: Outcome, sessions: int) -> str:
    """Return a row of the table in Markdown."""
    toggles = sorted(outcome.toggles)
    if not toggles:
        return f"| {places:,} | {sessions} | 0 | {len(outcome.troubles)} |" + " |" * 9
    cells = [
        f"{places:,}", f"{sessions}", f"{len(toggles)}", f"{len(outcome.troubles)}",
        f"{statistics.median(outcome.openings):.2f}", f"{max(outcome.openings):.2f}",
        f"{statistics.median(toggles):.2f}", f"{toggles[int(0.95 * (len(toggles) - 1))]:.2f}", f"{toggles[-1]:.2f}",
        f"{1000 * outcome.server_cpu / len(toggles):.0f}", f"{statistics.median(outcome.sizes) / 1000:.0f}",
        f"{max(outcome.sizes) / 1000:.0f}", f"{outcome.memory_mb:.1f}",
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


HEAD = (
    "| places | sessions | toggles | errors | first run, all at once (s) | slowest | toggle (s) | 95 % | slowest "
    "| server CPU a toggle (ms) | bytes a toggle (kB) | most | memory a session (MB) |\n"
    + "| ---: " * 13
    + "|"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[2000, 10000])
    parser.add_argument("--sessions", type=int, default=30)
    parser.add_argument("--times", type=int, default=10, help="toggles of each session")
    parser.add_argument("--think", type=float, default=3.0, help="seconds between two toggles, on average")
    options = parser.parse_args()
    print(HEAD)
    with tempfile.TemporaryDirectory() as scratch:
        for size in options.sizes:
            folder = Path(scratch) / str(size)
            save_atlas(synthetic_atlas(size), folder)
            outcome = asyncio.run(measure(folder, options))
            print(line(size, outcome, options.sessions), flush=True)
            for trouble in sorted(set(outcome.troubles)):
                print(f"  {trouble}", flush=True)
    print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
