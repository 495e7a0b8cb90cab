"""Columns that the folders of the organisation share."""

# What is shown of the posts of a person, a unit or an organisation.
POSTS = ("person", "role", "phone", "since", "until", "appointed_by")
