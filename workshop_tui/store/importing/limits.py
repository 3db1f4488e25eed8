"""How much a survey file may ask of the machine. Generous for surveys, tight for hostile files."""

MOST_BYTES = 512 * 2**20
"""Of a text file. A million long answers with their metadata are about 300 MiB."""
MOST_WORKBOOK_BYTES = 64 * 2**20
MOST_EXPANDED_BYTES = 100 * 2**20
"""Of a workbook once unpacked: about a million cells of prose."""
MOST_EXPANSION = 200
"""Unpacked by packed size. Ordinary sheets are near 5, compression bombs near 1,000."""
MOST_ARCHIVE_ENTRIES = 2_000
MOST_COLUMNS = 1_000
LONGEST_LINE_BYTES = 2**20
"""A longer line is no survey; it would be held in memory whole before its cells are known."""
MOST_ANSWER_CHARACTERS = 400 * 2**20
"""Over all rows. A workbook can repeat one long text a million times in a small file."""
HEAD_ROWS = 300
"""Rows by which columns are judged; enough for medians, little beside the whole file."""
LONG_HEAD_ROWS = 20_000
"""Rows by which they are judged when the first ones hold no answer at all."""
MOST_HEAD_CELLS = 100_000
"""Looked at to judge columns: fewer rows where a table is wide."""
ROWS_AT_A_TIME = 512
"""Between two looks at `cancelled`, two reports of progress. So few that rows are forgotten again
before Python's garbage collector counts them: 4,096 made the whole import a fifth slower."""
LEAST_READER_BYTES = 320 * 2**20
"""Of memory, for the process that reads a workbook: its address space, most of it never used."""
MOST_READER_BYTES = 2**30
MANY_CELLS = 500_000
"""From here on a sheet must not be almost empty: each empty cell costs as much as a filled one."""
WORKBOOK_SECONDS = 10.0
"""Of waiting for the next rows; all in all, the reading process may compute as long."""
