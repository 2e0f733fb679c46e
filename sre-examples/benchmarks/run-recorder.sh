#!/usr/bin/env bash
# What recording a request costs, side by side with its peers: run-recorder.sh [part]..., all of them unless said otherwise:
#   build       the classes
#   one, two    a call by JMH, with one and with two threads (some four minutes each; FORKS=2)
#   footprint   heap of a thousand endpoints, time of a cut and of a report, heap after two hours, a day and two days
#   soak        random endpoints as fast as can be for ten minutes (SOAK_SECONDS=600): counts and heap
# Needs a machine that does nothing else for "one", "two" and the times of "footprint".
set -euo pipefail
cd "$(dirname "$0")"

classpath() {
  echo "target/classes:$(cat target/classpath.txt)"
}

calls() {
  java -cp "$(classpath)" org.openjdk.jmh.Main RecordBenchmark -f "${FORKS:-2}" -wi 3 -i 5 -w 500ms -r 500ms -t "$1" -prof gc 2>/dev/null |
    awk '/^(Benchmark|RecordBenchmark.*(ns\/op|alloc.rate.norm))/ {print; fflush(); any = 1} END {exit !any}'
}

part() {
  case $1 in
    build) (cd ../.. && mvn -B -ntp -q package -DskipTests -pl sre-examples/benchmarks -am) ;;
    one) calls 1 ;;
    two) calls 2 ;;
    footprint) java -Xmx1g -XX:+UseSerialGC -cp "$(classpath)" io.github.sre4j.benchmarks.recorder.Footprint ;;
    soak) java -Xmx1g -XX:+UseSerialGC -cp "$(classpath)" io.github.sre4j.benchmarks.recorder.Soak "${SOAK_SECONDS:-600}" 2 ;;
    *) echo "run-recorder.sh: no part '$1'; there are build, one, two, footprint, soak" >&2; exit 2 ;;
  esac
}

for each in "${@:-build one two footprint soak}"; do
  for name in $each; do
    part "$name"
  done
done
