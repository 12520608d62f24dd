"""The frame around every page; its script stands apart from `pages`, a folder Streamlit would take for its own."""
