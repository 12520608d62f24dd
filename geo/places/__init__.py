"""Places: from the text to mentions, and from mentions to places with the article's context."""
