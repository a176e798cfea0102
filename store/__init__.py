"""The store room: articles, figures, quotes and events in SQLite, and the questions put to them."""
