#!/usr/bin/env bash
# How fast traces are analysed on one thread, cold and warm, and what one trace of 1,000 spans costs from its file to its story in a fresh virtual
# machine.
#   run-traces.sh [rounds, default 40]
set -euo pipefail
cd "$(dirname "$0")"
rounds=${1:-40}
root=$(cd ../.. && pwd)
work=$PWD/target/traces
mkdir -p "$work"
(cd "$root" && mvn -q -B -ntp package -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks -am)
own=target/classes:$root/sre-core/sre-trace/target/classes:$(cat target/classpath.txt)
main=io.github.sre4j.benchmarks.traces

for size in 20 100 1000; do
  java -Xmx1g -XX:+UseSerialGC -cp "$own" $main.AnalyseTraces $((100000 / size)) $size "$rounds"
done
java -cp "$own" $main.TellOneTrace write "$work/trace.ndjson" 1000
for run in 1 2 3 4 5; do
  java -XX:+UseSerialGC -cp "$own" $main.TellOneTrace tell "$work/trace.ndjson"
done
