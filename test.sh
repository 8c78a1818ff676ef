#!/usr/bin/env bash
# Restores, builds and runs every test project. --full adds the slow tests. The exit code is that of the tests.
set -u
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CHANCERY_SLOW_TESTS=0
for option in "$@"; do
    case $option in
        --full) export CHANCERY_SLOW_TESTS=1 ;;
        *) echo "usage: ./test.sh [--full]" >&2; exit 2 ;;
    esac
done
dotnet restore Chancery.slnx --locked-mode -v q || exit 1
dotnet build Chancery.slnx -c Release --no-restore -v q || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
code=0
for project in test/*/*.csproj; do
    dotnet run --project "$project" -c Release --no-build > "$log.one" 2>&1 || code=1
    cat "$log.one"
    cat "$log.one" >> "$log"
    rm -f "$log.one"
done
# The runner closes with "Total: 5, Errors: 0, Failed: 0, Skipped: 1, ..."; no test run at all is a failure too.
sed 's/\x1b\[[0-9;]*m//g' "$log" | awk '/Total: [0-9]+, Errors: [0-9]+/ {
    gsub(/,/, ""); for (i = 1; i < NF; i++) n[$i] = $(i + 1)
    total += n["Total:"]; failed += n["Failed:"] + n["Errors:"]; skipped += n["Skipped:"] }
    END { printf "%d passed, %d failed, %d skipped\n", total - failed - skipped, failed, skipped; exit total == 0 }' || code=1
exit $code
