"""The demo county: built from real divisions and the newspaper's totals, evidently invented else.

`builder.build(seed)` makes all rows in memory and stores them in one transaction. What is a name,
a place or a word of the campaign stands in `data/`, never in the code.
"""
