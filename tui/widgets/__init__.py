"""The widgets of the app: each draws, and tells the screen what a person did in it."""
