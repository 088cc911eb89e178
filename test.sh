#!/usr/bin/env bash
# Installs what the tests need, builds everything, runs every test, and ends with the counts.
# Needs the .NET 10 SDK and Node 20; takes the configuration as an optional argument (default Release).
set -uo pipefail
cd "$(dirname "$0")"
configuration=${1:-Release}
results=$PWD/artifacts/test-results
rm -rf "$results" && mkdir -p "$results"
failed=0

# Each folder with a lock file is a small Node project of its own: the official clients and independent judges that tests drive.
node_projects=$(git ls-files '*package-lock.json' | xargs -r -n1 dirname)
for project in $node_projects; do
  npm ci --prefix "$project" --ignore-scripts --no-audit --no-fund --loglevel=error || { echo "npm ci failed in $project" >&2; exit 1; }
done

# The reference is read in a real browser. Where it cannot be installed those tests are skipped and say so.
if ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null || echo "Chromium could not be installed." >&2
fi

dotnet build Toolkit.sln -c "$configuration" -nologo -v:quiet -clp:ErrorsOnly || { echo "The build failed." >&2; exit 1; }

dotnet test Toolkit.sln -c "$configuration" --no-build -nologo --logger "trx" --results-directory "$results" || failed=1

# A Node project without a test script holds clients that a .NET test drives.
for project in $node_projects; do
  if node -e 'process.exit(require(process.argv[1]).scripts?.test ? 0 : 1)' "$PWD/$project/package.json"; then
    # The limit is for a test that hangs: it must fail here, not when the pipeline's patience ends.
    (cd "$project" && PARLEY_CONFIGURATION=$configuration timeout 600 node --test \
      --test-reporter=spec --test-reporter-destination=stdout \
      --test-reporter=tap --test-reporter-destination="$results/${project//\//-}.tap") || failed=1
  fi
done

node .ci/summary.mjs "$results" || failed=1
exit $failed
