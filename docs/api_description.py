"""Writes docs/openapi.json and the examples in it anew; with `--baseline` also what later versions are held against.

    python docs/api_description.py

The baseline is what clients of v1 hold: it is written anew only when v1 is, which is never after a release.
"""

# ruff: noqa: E402, INP001

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parents[1] / "service")]

from api.recording import write_baseline, write_description

if __name__ == "__main__":  # the service starts processes, which read this file again
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--baseline", action="store_true", help="also record anew what clients of v1 hold")
    if parser.parse_args().baseline:
        write_baseline()
    else:
        write_description()
