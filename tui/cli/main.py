"""Where the command starts."""
import sys
def main() -> None:
    sys.exit(0)
