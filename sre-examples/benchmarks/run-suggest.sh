#!/usr/bin/env bash
# What it takes to find the candidates of the captured services in New Relic, against the local NerdGraph: queries, and the time in which evidence is
# collected, in a young JVM first.
#   run-suggest.sh [runs, default 7]
set -euo pipefail
cd "$(dirname "$0")"
runs=${1:-7}
root=$(cd ../.. && pwd)
work=$PWD/target/suggest
mkdir -p "$work"

if [ -z "${SRE_BUILT:-}" ]; then
  (cd "$root" && mvn -q -B -ntp install -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks,sre-examples/nerdgraph-standin -am)
  (cd "$root" && mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile="$work/standin.txt" -f sre-examples/nerdgraph-standin/pom.xml)
fi
own=target/classes:$(cat target/classpath.txt)
standin=$root/sre-examples/nerdgraph-standin/target/classes:$(cat "$work/standin.txt")

# suggest <service> <events> <standard> <end> <length>
suggest() {
  java -cp "$standin" io.github.sre4j.examples.standin.Main --events "$2" --now end --no-limits >"$work/standin.out" 2>&1 &
  pid=$!
  until grep -q nerdgraphUrl "$work/standin.out"; do kill -0 $pid && sleep 0.2; done
  url=$(grep -o 'http://[^ ]*' "$work/standin.out" | head -1)
  NEW_RELIC_API_KEY=$(grep -o 'NRAK-[A-Z0-9]*' "$work/standin.out" | head -1)
  export NEW_RELIC_API_KEY
  echo "$1"
  java -cp "$own" io.github.sre4j.benchmarks.newrelic.SuggestFromNewRelic "$url" "$1" "$3" "$4" "$5" "$runs"
  kill $pid
  wait $pid 2>/dev/null || true
}
trap 'kill $pid 2>/dev/null || true' EXIT

cat >"$work/brisk.yaml" <<YAML
version: 1
name: brisk
classes:
  - name: interactive
    match: ["WebTransaction/**"]
    latency: {within: 100ms, for: 95%}
    errors: {below: 1%}
YAML
suggest orders "$root/sre-examples/orders/src/events" "$root/sre-examples/orders/sre-standard.yaml" 2026-11-25T18:27:12Z PT302S
suggest petclinic-postgres "$root/sre-core/sre-advisor/src/test/resources/io/github/sre4j/advisor/petclinic" "$work/brisk.yaml" 2026-11-22T09:00:00Z PT30M
