# Sourced by the scripts: sets PYTHON_FOUND to a Python that is new enough.
#
# python3.11 is asked first, because the lock files were tried with it; else whatever python3 is,
# when it is 3.11 or newer. A name on PATH proves nothing (version managers put shims there), so
# each candidate is run once.

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3.11 python3 python3.12 python3.13; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      PYTHON_FOUND="$candidate"
      return 0
    fi
  done
  {
    echo "error: the portal needs Python 3.11 or newer, and none was found."
    if command -v python3 >/dev/null 2>&1; then
      echo "       python3 here is: $(python3 --version 2>&1)"
    fi
    echo "       Debian and Ubuntu: apt-get install python3 python3-venv"
    echo "       Or name one: PYTHON=/path/to/python3.11 $0"
  } >&2
  return 1
}

find_python || exit 1
