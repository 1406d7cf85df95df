# shellcheck shell=bash
# What every script starts with: where the checkout is, how to speak, how to stop.
# Sourced, not run. Everything said goes to stderr: stdout belongs to the program that is run.

set -euo pipefail

REPERE_SOURCE=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck disable=SC2034
REPERE_CACHE=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/repere

# Where no locale is set at all, Qt would take this one too, and warn each time.
[[ -n ${LC_ALL:-}${LC_CTYPE:-}${LANG:-} ]] || export LANG=C.UTF-8

say() { printf 'repere: %s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# shellcheck source=environment.sh
source "$REPERE_SOURCE/scripts/lib/environment.sh"
# shellcheck source=build.sh
source "$REPERE_SOURCE/scripts/lib/build.sh"
