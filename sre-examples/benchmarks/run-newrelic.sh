#!/usr/bin/env bash
# What a check of a service in New Relic costs, against the local NerdGraph: time and heap by number of endpoints, and what the goal adds to a
# whole build.
#   run-newrelic.sh [runs, default 9]
set -euo pipefail
cd "$(dirname "$0")"
runs=${1:-9}
root=$(cd ../.. && pwd)
work=$PWD/target/newrelic
mkdir -p "$work"

(cd "$root" && mvn -q -B -ntp install -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks,sre-examples/nerdgraph-standin,sre-maven-plugin -am)
(cd "$root" && mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile="$work/standin.txt" -f sre-examples/nerdgraph-standin/pom.xml)
own=target/classes:$(cat target/classpath.txt)
standin=$root/sre-examples/nerdgraph-standin/target/classes:$(cat "$work/standin.txt")
main=io.github.sre4j.benchmarks.newrelic

# start <endpoints>: a stand-in over as many endpoints; sets $url and $NEW_RELIC_API_KEY.
start() {
  java -cp "$own" $main.GenerateEndpoints "$work/Transaction.ndjson" "$1"
  java -cp "$standin" io.github.sre4j.examples.standin.Main --events "$work/Transaction.ndjson" --now end --no-limits >"$work/standin.out" 2>&1 &
  pid=$!
  until grep -q nerdgraphUrl "$work/standin.out"; do kill -0 $pid && sleep 0.2; done
  url=$(grep -o 'http://[^ ]*' "$work/standin.out" | head -1)
  NEW_RELIC_API_KEY=$(grep -o 'NRAK-[A-Z0-9]*' "$work/standin.out" | head -1)
  export NEW_RELIC_API_KEY
}
trap 'kill $pid 2>/dev/null || true' EXIT

echo "one measurement in a fresh JVM with at most 48 MB of heap (2 round trips, 3 queries)"
for endpoints in 1 50 300 5000; do
  start $endpoints
  java -Xmx48m -XX:+UseSerialGC -cp "$own" $main.AskNewRelic "$url"
  kill $pid
  wait $pid 2>/dev/null || true
done

start 300
cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>orders</artifactId><version>1</version><packaging>pom</packaging>
</project>
POM
goal=io.github.sre4j:sre-maven-plugin:0.1.0-SNAPSHOT:check
build=(mvn -B -ntp -q -f "$work/pom.xml" $goal -Dsre.app=orders -Dsre.nerdgraphUrl="$url" -Dsre.until=2026-11-22T09:00:00Z)
: >"$work/times.txt"
for ((run = 0; run <= runs; run++)); do
  for kind in no-op check; do
    extra=()
    [ $kind = no-op ] && extra=(-Dsre.skip)
    begin=$(date +%s%N)
    "${build[@]}" "${extra[@]}" >/dev/null
    end=$(date +%s%N)
    ((run == 0)) || echo "$kind $run $(((end - begin) / 1000000))" >>"$work/times.txt"
  done
done
echo
echo "a whole build of one module with 300 endpoints, milliseconds: minimum, median, maximum of $runs"
for kind in no-op check; do
  grep "^$kind " "$work/times.txt" | awk '{print $3}' | sort -n |
    awk -v kind=$kind '{t[NR] = $1} END {printf "%-8s %5d %5d %5d\n", kind, t[1], t[int((NR + 1) / 2)], t[NR]}'
done
join -j 2 <(grep '^check' "$work/times.txt" | sort -k2) <(grep '^no-op' "$work/times.txt" | sort -k2) | awk '{print $3 - $5}' | sort -n |
  awk '{t[NR] = $1} END {printf "%-8s %5d %5d %5d\n", "added", t[1], t[int((NR + 1) / 2)], t[NR]}'
