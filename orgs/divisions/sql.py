"""The statements by which an official list of divisions is read in, checked, compared and merged.

They work on temporary tables that last as long as the transaction: `division_file` holds the lines
as they stand, `division_problem` what is wrong with them, `division_listed` the divisions they
speak of, `division_root` the places whose subtree the list describes, `division_doomed` the codes
in force there that the list does not name, `division_change` what is new or different.
"""

# ruff: noqa: S608 (put together from constants of this house; what a file or a person says comes
# through COPY and parameters)

from orgs.divisions.files import COLUMNS
from orgs.models import Division

Level = Division.Level
DIGITS = {
    Level.PROVINCE: 2,
    Level.PREFECTURE: 4,
    Level.COUNTY: 6,
    Level.TOWNSHIP: 9,
    Level.COMMUNITY: 12,
    Level.VILLAGE: 12,
}
_DIGITS = "CASE level " + " ".join(f"WHEN '{k}' THEN {n}" for k, n in DIGITS.items()) + " END"
_LABELS = "(VALUES " + ", ".join(f"('{k.value}', '{k.label}')" for k in Level) + ")"
_ABOVE = "(VALUES (2), (4), (6), (9)) AS part(digits)"
_COLUMNS = ", ".join(COLUMNS)


def _parent(code: str) -> str:
    """The code above the one that the expression `code` yields; NULL above a province."""
    return (
        f"left({code}, CASE length({code}) "
        "WHEN 12 THEN 9 WHEN 9 THEN 6 WHEN 6 THEN 4 WHEN 4 THEN 2 END)"
    )


# What lists leave out of the name of a community or a village; the longest that fits.
_COMMITTEES = (
    "社区居民委员会", "社区居委会", "居民委员会", "居委会", "社区", "村民委员会", "村委会",
)  # fmt: skip


def _short(name: str, level: str) -> str:
    """What lists call a community or a village: its name without the word for its committee."""
    cuts = " ".join(
        f"WHEN right({name}, {len(word)}) = '{word}' THEN left({name}, -{len(word)})"
        for word in _COMMITTEES
    )
    return f"""left(CASE WHEN {level} IN ('community', 'village')
        THEN coalesce(nullif(CASE {cuts} ELSE {name} END, ''), {name}) ELSE {name} END, 40)"""


# -- reading in -----------------------------------------------------------------------------------

# Two lists may be read in within one transaction.
CLEAR = """
DROP TABLE IF EXISTS pg_temp.division_file, pg_temp.division_problem, pg_temp.division_listed,
    pg_temp.division_root, pg_temp.division_doomed, pg_temp.division_change, pg_temp.division_key
"""
FILE = f"""
CREATE TEMPORARY TABLE division_file (
    line integer, problem text, {", ".join(f"{name} text" for name in COLUMNS)},
    digits integer GENERATED ALWAYS AS ({_DIGITS}) STORED,
    key text GENERATED ALWAYS AS (left(code, {_DIGITS})) STORED
) ON COMMIT DROP
"""
COPY_FILE = f"""
COPY division_file (line, problem, {_COLUMNS})
FROM STDIN (FORMAT csv, FORCE_NOT_NULL (problem, {_COLUMNS}))
"""

# -- checking -------------------------------------------------------------------------------------

SHAPES = f"""
CREATE TEMPORARY TABLE division_problem ON COMMIT DROP AS
SELECT line, words FROM (
    SELECT line, CASE
        WHEN problem <> '' THEN problem
        WHEN digits IS NULL THEN format(
            '层级“%s”无法识别，应为{"、".join(Level.values)}之一。', level)
        WHEN code !~ '^[0-9]+$' OR length(code) NOT IN (12, digits) THEN format(
            '代码“%s”应为12位数字%s。', code,
            CASE WHEN digits < 12 THEN format('，或不补零的%s位数字', digits) ELSE '' END)
        WHEN substr(code, digits + 1) ~ '[^0]' THEN format(
            '代码“%s”与层级“%s”不符：第%s位起应全为0。', code, label, digits + 1)
        WHEN name = '' THEN format('代码“%s”没有名称。', code)
        WHEN length(name) > 120 OR name ~ '[[:cntrl:]]' THEN format(
            '代码“%s”的名称超过120字，或含有不可见字符。', code)
        WHEN length(short_name) > 40 OR short_name ~ '[[:cntrl:]]' THEN format(
            '代码“%s”的简称超过40字，或含有不可见字符。', code)
        WHEN digits = 2 AND parent_code <> '' THEN format(
            '代码“%s”是省级代码，上级代码应为空。', code)
        WHEN parent_code NOT IN ('', {_parent("key")}, rpad({_parent("key")}, 12, '0'))
            THEN format('上级代码“%s”与代码“%s”不符，应为%s。',
                parent_code, code, rpad({_parent("key")}, length(code), '0'))
        END AS words
    FROM division_file LEFT JOIN {_LABELS} AS labels(value, label) ON value = level
) AS checked WHERE words IS NOT NULL
"""
# Lists of the whole country call every body of twelve digits a village. Where a list names no
# community at all, the last three digits tell: 001 to 199 are residents' committees (rules for
# statistical codes; true of 99.8 per cent of the names of 2023).
LISTED = f"""
CREATE TEMPORARY TABLE division_listed ON COMMIT DROP AS
SELECT DISTINCT ON (key) key AS code, name, short_name, line, digits, {_parent("key")} AS parent,
    CASE WHEN level = 'village' AND substr(key, 10) BETWEEN '001' AND '199'
        AND NOT EXISTS (SELECT FROM division_file WHERE level = 'community')
        THEN 'community' ELSE level END AS level
FROM division_file
WHERE line NOT IN (SELECT line FROM division_problem)
ORDER BY key, line
"""
ROOTS = """
CREATE TEMPORARY TABLE division_root ON COMMIT DROP AS
SELECT code, parent, line FROM division_listed one
WHERE NOT EXISTS (SELECT FROM division_listed up WHERE up.code = one.parent)
"""
# Where a place lacks a level (a prefecture without counties), lists repeat the place itself there,
# with zeros for the missing part. Zeros under another name are a code of a higher level.
ZEROS = """
INSERT INTO division_problem
SELECT line, format('代码“%s”的末段全为0，不是该层级的代码。', code)
FROM division_listed one
WHERE right(code, CASE WHEN digits > 6 THEN 3 ELSE 2 END) IN ('00', '000')
    AND NOT EXISTS (
        SELECT FROM division_listed up WHERE up.code = one.parent AND up.name = one.name)
    AND NOT EXISTS (
        SELECT FROM orgs_division up WHERE up.code = one.parent AND up.name = one.name)
"""
TWICE = """
INSERT INTO division_problem
SELECT other.line, format('代码“%s”与第%s行重复，内容不同。', other.code, first.line)
FROM division_file other
JOIN division_listed kept ON kept.code = other.key AND kept.line <> other.line
JOIN division_file first ON first.line = kept.line
WHERE (other.name, other.level, other.short_name) <> (first.name, first.level, first.short_name)
    AND other.line NOT IN (SELECT line FROM division_problem)
"""
ORPHANS = """
INSERT INTO division_problem
SELECT line, format('代码“%s”没有上级：文件和库中都没有现行的“%s”。', code, parent)
FROM division_root one
WHERE parent IS NOT NULL AND NOT EXISTS (
    SELECT FROM orgs_division up WHERE up.code = one.parent AND up.abolished_on IS NULL)
"""
LEFT_BEHIND = f"""
INSERT INTO division_problem
SELECT line, format('上级“%s”不在文件中，将被撤销，而其下的“%s”仍在文件中。', min(gone.code), one.code)
FROM division_listed one CROSS JOIN {_ABOVE}
JOIN division_doomed gone ON gone.code = left(one.code, part.digits)
WHERE one.digits > part.digits GROUP BY line, one.code
"""

# -- comparing ------------------------------------------------------------------------------------

# With --under: the subtree, and what is missing above it.
NARROW = """
DELETE FROM division_listed one
WHERE NOT starts_with(code, %(under)s) AND (NOT starts_with(%(under)s, code) OR EXISTS (
    SELECT FROM orgs_division have WHERE have.code = one.code AND have.abolished_on IS NULL))
"""
ONE_ROOT = """
TRUNCATE division_root;
INSERT INTO division_root SELECT code, parent, line FROM division_listed WHERE code = %s
"""
# A list speaks only of the levels that it lists: one that ends with the counties abolishes no
# village. Below a code that is abolished, all are.
DOOMED = """
CREATE TEMPORARY TABLE division_doomed ON COMMIT DROP AS
SELECT DISTINCT have.code
FROM orgs_division have
CROSS JOIN (SELECT DISTINCT length(code) AS digits FROM division_root) AS part
JOIN division_root root ON root.code = left(have.code, part.digits)
WHERE have.abolished_on IS NULL
    AND length(have.code) IN (SELECT DISTINCT digits FROM division_listed)
    AND NOT EXISTS (SELECT FROM division_listed one WHERE one.code = have.code)
"""
DOOMED_BELOW = f"""
INSERT INTO division_doomed
SELECT DISTINCT have.code
FROM orgs_division have CROSS JOIN {_ABOVE}
JOIN division_doomed gone ON gone.code = left(have.code, part.digits)
WHERE have.abolished_on IS NULL AND length(have.code) > part.digits
    AND NOT EXISTS (SELECT FROM division_doomed known WHERE known.code = have.code)
"""
# A short name that somebody chose stays; one that followed from the name follows it again.
CHANGES = f"""
CREATE TEMPORARY TABLE division_change ON COMMIT DROP AS
SELECT one.code, one.name, one.level, one.parent,
    CASE WHEN one.short_name <> '' THEN one.short_name
        WHEN have.code IS NULL OR (have.name <> one.name
            AND have.short_name IN ('', have.name, {_short("have.name", "have.level")}))
        THEN {_short("one.name", "one.level")} ELSE have.short_name END AS short_name,
    have.code IS NULL AS is_new, have.name AS old_name, have.level AS old_level,
    have.parent_id AS old_parent, have.short_name AS old_short, have.abolished_on AS old_day
FROM division_listed one LEFT JOIN orgs_division have ON have.code = one.code
WHERE have.code IS NULL OR have.abolished_on IS NOT NULL
    OR (have.name, have.level) <> (one.name, one.level)
    OR have.parent_id IS DISTINCT FROM one.parent
    OR one.short_name NOT IN ('', have.short_name)
"""

# -- merging --------------------------------------------------------------------------------------

NAMES = "SELECT DISTINCT name FROM division_change WHERE is_new OR name <> old_name"
KEYS = "CREATE TEMPORARY TABLE division_key (name text, search_text text) ON COMMIT DROP"
COPY_KEYS = "COPY division_key FROM STDIN (FORMAT csv)"
INSERT = """
INSERT INTO orgs_division (code, name, short_name, search_text, level, parent_id)
SELECT code, name, short_name, search_text, level, parent
FROM division_change JOIN division_key USING (name) WHERE is_new ORDER BY code
"""
UPDATE = """
UPDATE orgs_division have
SET name = one.name, short_name = one.short_name, level = one.level, parent_id = one.parent,
    search_text = coalesce(key.search_text, have.search_text), abolished_on = NULL
FROM division_change one LEFT JOIN division_key key ON key.name = one.name
WHERE have.code = one.code AND NOT one.is_new
"""
ABOLISH = """
UPDATE orgs_division SET abolished_on = %s WHERE code IN (SELECT code FROM division_doomed)
"""
