"""How answers, statements and reactions are read, in English and in Indonesian.

Text in, frozen values out: nothing here knows the screen, the disk (but for its own word lists) or
the clock, and the same text always gives the same reading. Every finding is a question for a
group, never a grade. The public modules:

`reading`    a whole survey, one level deeper: `read_survey`
`statement`  a draft statement: `check_statement`
`reaction`   a stakeholder's reaction: `read_reaction`
`shapes`     these readings as the plain dictionaries of the command line's JSON

Only the survey reading needs numpy, so nothing is imported here.
"""
