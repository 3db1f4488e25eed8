"""The parts of a survey reading, each a pure step; `text.reading` joins them.

`pieces` `stream`  answers to word numbers, duplicates folded, non-answers set aside
`corpus`           one spelling, the language of each answer
`lexical` `tries`  what each form means: family, generic, negator; phrases of the lists
`counts`           people per family, negated people, who said what
`cooccurrence` `under`    the words under a word
`labels` `word_table` `results`    from numbers back to words and values
`phrases` `quotes` `themes` `groups` `variants`    what is read only when somebody looks
`repeats`          answers that may be one answer; a person decides
`compare`          a survey beside an earlier one
`cloud` `block_letters`    the word cloud: where each word stands and how big, in cells
`choices` `samples`    the facilitator's decisions; what a small number of answers allows to say
"""
