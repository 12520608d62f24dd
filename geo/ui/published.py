"""Atlases that browsers may fetch: the one the application opens with, and what a session publishes for itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from geo.articles import open_articles
from geo.atlas import Atlas, load_atlas
from geo.model import Article
from geo.settings import ARTICLES_DIR, atlas_dir
from geo.ui.dataset import Dataset, open_dataset
from geo.ui.shelf import shelf

_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, eq=False)
class Published:
    """A dataset with the token by which browsers fetch it."""

    dataset: Dataset
    token: str


def publish(atlas: Atlas, texts: Mapping[str, str]) -> Published:
    """Make an atlas fetchable for as long as the result is kept."""
    dataset = open_dataset(atlas, texts)
    return Published(dataset, shelf().put(dataset))


def builtin() -> Published:
    """Return the atlas the application opens with, shared by all sessions; whoever comes first waits for it.

    Raises
    ------
    AtlasError
        The folder holds no atlas.
    """
    with _ONE_AT_A_TIME:
        return _builtin(atlas_dir())


@cache
def _builtin(folder: Path) -> Published:
    atlas = load_atlas(folder)
    return publish(atlas, _texts_at_hand(atlas))


def _texts_at_hand(atlas: Atlas) -> dict[str, str]:
    """Return the texts of an atlas's articles that lie in the folder of the setting, unchanged since they were read."""
    folder = ARTICLES_DIR.value()
    if not folder:
        return {}
    digests = dict(zip(atlas.articles["article"], atlas.articles["sha256"], strict=True))
    articles = (article for article in open_articles(Path(folder)) if isinstance(article, Article))
    return {article.id: article.text for article in articles if digests.get(article.id) == article.sha256}
