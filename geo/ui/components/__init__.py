"""Parts of pages; `map` is the only home of Folium."""
