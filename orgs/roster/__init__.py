"""Accounts from a roster workbook: read it, say what each row would do, do it.

workbook.py reads and writes the file, people.py and words.py find what its cells mean, plan.py says
row by row what would happen; orgs/services/roster.py carries a plan out.
"""
