"""What the map fetches, as rows by name."""


def places_of(collection):
    return [dict(zip(collection["fields"], row, strict=True)) for row in collection["rows"]]
