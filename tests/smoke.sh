#!/bin/sh
# The wheel in dist/, as a user gets it: in a clean environment without the tools, tried from a folder whose own
# packages have the same names as Planmark's. Each line that fails ends the script.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$root/requirements.txt"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-index "$root"/dist/planmark-*.whl

mkdir -p "$work/elsewhere/model" "$work/elsewhere/tui" "$work/home"
echo 'raise SystemExit("a stranger was imported")' | tee "$work/elsewhere/model/__init__.py" > "$work/elsewhere/tui/__init__.py"
cd "$work/elsewhere"
export HOME="$work/home" LANG=C.UTF-8
unset PYTHONPATH XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME || true
planmark="$work/venv/bin/planmark"

say() { echo "smoke: $*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

"$planmark" --version
for example in twin-cities-gateway suisse-tourisme; do
    "$planmark" new "$example.toml" --example "$example" > /dev/null
    "$planmark" check "$example.toml" > /dev/null || fail "$example has errors"
    cp "$example.toml" before.toml
    "$planmark" set "$example.toml" plan.author=Marie > /dev/null
    "$planmark" set "$example.toml" plan.author= > /dev/null
    "$planmark" budget "$example.toml" --by category --json | "$work/venv/bin/python" -m json.tool > /dev/null
done
"$planmark" new empty.toml > /dev/null
if "$planmark" new empty.toml 2> /dev/null; then fail "new overwrote a plan"; fi
"$planmark" guide --lang fr objectives | grep -q . || fail "no guidance in French"
"$planmark" guide --lang en objectives | grep -q . || fail "no guidance in English"

status=0
"$planmark" empty.toml < /dev/null > out.txt 2> err.txt || status=$?
[ "$status" = 2 ] || fail "without a terminal, exit status $status"
if grep -q Traceback err.txt; then fail "a traceback without a terminal"; fi
say "the wheel works"
