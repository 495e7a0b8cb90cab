"""What the import of a workbook stands beside: the file read bare, and rows sent by bare COPY."""

import tempfile
from io import BytesIO, StringIO

from bench.invented import HEAD


def constraints(when: str) -> None:
    """IMMEDIATE: let the database check what it would at the end of the transaction; or DEFERRED again."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL {when}")


def last_keys() -> dict[str, int]:
    """By table that the import writes: the last key in it."""
    from django.db import connection

    from orgs.imports.permitted import KINDS

    found = {}
    with connection.cursor() as cursor:
        # Persons before heads, courtyards before what hangs on them.
        for table in sorted(KINDS["courtyards"].tables, key=lambda t: (t[:4] != "orgs", len(t))):
            cursor.execute(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608 (our table)
            found[table] = cursor.fetchone()[0]
    return found


def rows_since(keys: dict[str, int]) -> dict[str, bytes]:
    """What has been stored in the tables since `keys` was taken, as COPY gives it."""
    from django.db import connection

    found = {}
    with connection.cursor() as cursor:
        for table, key in keys.items():
            stream = BytesIO()
            query = f"COPY (SELECT * FROM {table} WHERE id > {key}) TO STDOUT"  # noqa: S608
            cursor.cursor.copy_expert(query, stream)
            found[table] = stream.getvalue()
    return found


def copy_back(stored: dict[str, bytes]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for table, rows in stored.items():
            cursor.cursor.copy_expert(f"COPY {table} FROM STDIN", BytesIO(rows))
    constraints("IMMEDIATE")


def bare_read(content: bytes) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    book.get_sheet_by_name("台账").to_python()


def copy_in(rows: list[tuple]) -> None:
    from django.db import connection

    columns = ", ".join(f"c{n} text" for n in range(len(HEAD)))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE bare ({columns}) ON COMMIT DROP")
        lines = "".join("\t".join(map(str, row)) + "\n" for row in rows)
        cursor.cursor.copy_expert("COPY bare FROM STDIN", StringIO(lines))


def copy_out() -> None:
    from django.db import connection

    with connection.cursor() as cursor, tempfile.TemporaryFile() as target:
        cursor.cursor.copy_expert("COPY bare TO STDOUT", target)
