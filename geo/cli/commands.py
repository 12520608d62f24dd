"""The subcommands: they parse, call, print and set the exit code, nothing else.

Each imports what it needs when it runs, so that the others start without it.

Exit codes: 0 all done, 1 something could not be read or found, 2 the command was wrong or nothing could be read.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.errors import InputError, JintuError
from geo.model import Article, Reading, Theme
from geo.settings import ARTICLES_DIR, ATLAS_DIR, DATA_DIR, TILES_FILES, atlas_dir

if TYPE_CHECKING:
    from geo.reading import Reader

SOME_FAILED, NOTHING_DONE = 1, 2

FORMAT_HELP = "geojson, geojson-flat, gpkg, csv, xlsx, parquet, kml or zip"

app = typer.Typer(
    help="Jintu 晋图: articles go in, a map of their places and figures comes out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Encoding = Annotated[str, typer.Option(help="Encoding of the articles.")]
AtlasFolder = Annotated[
    Path | None,
    typer.Option(
        "--atlas", help="Folder of an atlas; left out, that of JINTU_ATLAS_DIR or the built-in one."
    ),
]


@app.command()
def build(
    articles: Annotated[Path, typer.Argument(help="Folder of .txt and .md articles, or one file.")],
    out: Annotated[Path, typer.Option(help="Folder to write the atlas to.")],
    encoding: Encoding = "utf-8",
) -> None:
    """Read articles and write their atlas."""
    from geo.atlas import build_atlas, save_atlas
    from geo.gazetteer import open_gazetteer
    from geo.layers import save_layers

    with _plain_errors():
        readings, failures = _read_all(articles, encoding)
        if not readings:
            raise typer.Exit(NOTHING_DONE)
        atlas = build_atlas(readings, open_gazetteer())
        save_atlas(atlas, out)
        save_layers(atlas, out)
    unlocated = int(atlas.places.geometry.isna().sum())
    typer.echo(
        f"{len(readings)} articles, {len(atlas.places)} places ({unlocated} unlocated), "
        f"{len(atlas.mentions)} mentions, {len(atlas.indicators)} indicators -> {out}"
    )
    raise typer.Exit(SOME_FAILED if failures else 0)


def _read_all(source: Path, encoding: str) -> tuple[list[Reading], int]:
    """Return the readings of all articles that can be read, and how many cannot; each trouble is printed."""
    from geo.articles import article_files, open_articles
    from geo.cli.progress import track
    from geo.gazetteer import open_gazetteer
    from geo.reading import open_reader

    total = len(article_files(source))
    reader = open_reader(open_gazetteer())
    readings: dict[str, Reading] = {}
    failures = 0
    for article in track(open_articles(source, encoding), total):
        try:
            checked = _checked(article, readings)
            readings[checked.id] = _read(checked, reader)
        except JintuError as error:
            failures += 1
            _complain(error)
    return list(readings.values()), failures


def _read(article: Article, reader: "Reader") -> Reading:
    from geo.reading import read_article

    try:
        return read_article(article, reader)
    except Exception as error:
        # Whatever one article brings to light, the others are still to be read.
        trouble = f"{type(error).__name__}: {error}"
        raise InputError(f"{article.id}: could not be read ({trouble}); please report this.") from error


def _checked(article: Article | InputError, readings: Mapping[str, Reading]) -> Article:
    if isinstance(article, InputError):
        raise article
    if article.id in readings:
        raise InputError(f"{article.id}: two articles have this name; give each a file name of its own.")
    return article


def _complain(error: Exception) -> None:
    typer.secho(f"jintu: {error}", err=True, fg=typer.colors.RED)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn an error that is the user's to mend into its sentence and exit code 2."""
    try:
        yield
    except JintuError as error:
        _complain(error)
        raise typer.Exit(NOTHING_DONE) from error


@app.command()
def read(
    file: Annotated[Path, typer.Argument(help="One article.")],
    encoding: Encoding = "utf-8",
) -> None:
    """Show the places and indicators of one article as tables."""
    from geo.cli.show import console, reading_tables

    with _plain_errors():
        readings, _ = _read_all(file, encoding)
    if len(readings) != 1:
        raise typer.Exit(NOTHING_DONE)
    for table in reading_tables(readings[0]):
        console().print(table)


@app.command()
def geocode(
    name: Annotated[str, typer.Argument(help="Name of a place.")],
    within: Annotated[str, typer.Option("--in", help="Province, prefecture or county it lies in.")] = "",
) -> None:
    """Show where a place lies, how exactly that is known, and from what source."""
    from opencc import OpenCC

    from geo.cli.show import console, found_table
    from geo.gazetteer import open_gazetteer
    from geo.gazetteer.lookup import look_up

    simplified = OpenCC("tw2s").convert
    with _plain_errors():
        gazetteer = open_gazetteer()
        found = look_up(name, gazetteer, within) or look_up(simplified(name), gazetteer, simplified(within))
    if not found:
        place = f"{name} in {within}" if within else name
        _complain(LookupError(f"No gazetteer knows {place}; try its full name, or without --in."))
        raise typer.Exit(SOME_FAILED)
    console().print(found_table(name, found))


@app.command()
def export(
    atlas: AtlasFolder = None,
    theme: Annotated[list[Theme] | None, typer.Option(help="Only this theme; may be given again.")] = None,
    format_name: Annotated[str, typer.Option("--format", help=FORMAT_HELP)] = "geojson",
    out: Annotated[Path | None, typer.Option(help="File to write; standard output if left out.")] = None,
) -> None:
    """Write an atlas, or some themes of it, in another format."""
    from geo.atlas import load_atlas, of_themes
    from geo.export import FORMATS, exported

    with _plain_errors():
        if format_name not in FORMATS:
            raise InputError(f"There is no format {format_name!r}; choose one of {', '.join(FORMATS)}.")
        whole = load_atlas(atlas or atlas_dir())
        part = of_themes(whole, theme) if theme else whole
        _write(exported(format_name, part, {"themes": theme} if theme else {}), out)


def _write(data: bytes, out: Path | None) -> None:
    try:
        if out:
            out.write_bytes(data)
        else:
            typer.get_binary_stream("stdout").write(data)
    except BrokenPipeError:
        raise  # whoever reads has read enough; Typer ends the program without a word
    except OSError as error:
        target = out or "Standard output"
        raise InputError(f"{target} cannot be written ({error.strerror}); choose another file.") from error


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of annotations: mentions, places, indicators .jsonl")],
    atlas: Annotated[Path, typer.Argument(help="Folder of an atlas.")],
    articles: Annotated[str, typer.Option(help="Comma-separated beginnings of article ids.")] = "",
) -> None:
    """Compare an atlas with annotations made by hand."""
    from geo.atlas import load_atlas
    from geo.cli.show import console, evaluation_tables, reliability_table
    from geo.evaluation import evaluate as compare
    from geo.evaluation import read_gold, reliability

    with _plain_errors():
        annotations = read_gold(gold)
        chosen = annotations.only(tuple(articles.split(","))) if articles else annotations
        found = load_atlas(atlas)
        tables = [*evaluation_tables(compare(chosen, found)), reliability_table(reliability(chosen, found))]
    for table in tables:
        console().print(table)


@app.command(name="app")
def open_app(
    port: Annotated[int, typer.Option(help="Port to serve on.")] = 8501,
    host: Annotated[
        str,
        typer.Option(
            help="Address to serve on: 127.0.0.1 for this machine alone, 0.0.0.0 for all that reach it."
        ),
    ] = "127.0.0.1",
    tiles: Annotated[
        list[Path] | None,
        typer.Option(help="MBTiles or PMTiles file, or a folder of them; may be given again."),
    ] = None,
) -> None:
    """Open the map in the browser."""
    script = _app_script()
    command = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port)]
    command += ["--server.address", host]
    with _plain_errors():
        environment = {**os.environ, **_folders(), TILES_FILES.name: _tiles_files(tiles or [])}
    # Streamlit looks for its configuration in the folder it is started in.
    done = subprocess.run(command, cwd=script.parent, env=environment, check=False)  # noqa: S603  our own words, a number and an address
    raise typer.Exit(done.returncode)


def _tiles_files(given: list[Path]) -> str:
    """Return the setting of archives with those given at the command line before it."""
    if missing := [path for path in given if not path.exists()]:
        raise InputError(f"{missing[0]}: there is no such file or folder; check its path.")
    named = [name for name in TILES_FILES.value().split(os.pathsep) if name]
    return os.pathsep.join(_whole(name) for name in [*map(str, given), *named])


def _folders() -> dict[str, str]:
    """Return the settings of folders as whole paths, because the app is started in a folder of its own."""
    chosen = {each.name: each.value() for each in (DATA_DIR, ATLAS_DIR, ARTICLES_DIR)}
    return {name: _whole(value) for name, value in chosen.items() if value}


def _whole(path: str) -> str:
    """Return a path from the root; one that begins at somebody's home already does."""
    return path if path.startswith("~") else str(Path(path).resolve())


def _app_script() -> Path:
    """Return app.py: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "app.py"
    return inside if inside.is_file() else package.parent / "app.py"
