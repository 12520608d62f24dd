"""The explorer: a Streamlit application whose maps Folium builds and the browser fills."""
