"""The command table: what every key does, where, and in which words. No Textual.

`command` says what a command is; each stage lists its own beside `shared`; `table` joins them and
answers for footer, help, palette and README.
"""
