"""The app over a workshop in memory, for tests that need a real terminal."""

import sys

from tests.ui.sample import Sample

if __name__ == "__main__":
    app = Sample().app
    app.run()
    sys.exit(app.return_code)
