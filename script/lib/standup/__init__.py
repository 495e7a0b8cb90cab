"""Sets the portal up on a fresh machine: folders, Python packages, PostgreSQL, the web server.

Standard library only: it runs before anything is installed.
"""
