"""`python -m workshop_tui` is the same as `workshop-tui`."""

from workshop_tui.cli.main import main

if __name__ == "__main__":
    main()
