"""`python -m unbland` is the command `unbland`."""

from unbland.edges.cli.app import main

main()
