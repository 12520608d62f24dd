"""Text: from the article as it stands to clean simplified text and back."""

from geo.text.document import Document, open_document

__all__ = ["Document", "open_document"]
