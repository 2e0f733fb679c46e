#!/usr/bin/env bash
# What recording a request costs, side by side with its peers: run-recorder.sh [forks] [soak seconds]
set -euo pipefail
cd "$(dirname "$0")/../.."
forks=${1:-3}
soak=${2:-10}
mvn -B -ntp -q package -DskipTests -pl sre-examples/benchmarks -am
cd sre-examples/benchmarks
cp="target/classes:$(cat target/classpath.txt)"
for threads in 1 2; do
  java -cp "$cp" org.openjdk.jmh.Main RecordBenchmark -f "$forks" -wi 3 -i 5 -w 500ms -r 500ms -t "$threads" -prof gc |
    grep -E '^(Benchmark|RecordBenchmark.*(ns/op|alloc.rate.norm))'
done
java -Xmx1g -XX:+UseSerialGC -cp "$cp" io.github.sre4j.benchmarks.recorder.Footprint
java -Xmx1g -XX:+UseSerialGC -cp "$cp" io.github.sre4j.benchmarks.recorder.Soak "$soak" 2
# On a machine that others use too: processor time of the threads instead of the clock, one peer a process, in turn.
for peer in nothing longAdder hdrRecorder hdrFixedRecorder sre4jHandle sre4jOneName sre4jByName micrometerTimer micrometerSlo \
  micrometerPercentiles micrometerByName dropwizardTimer otelExplicit otelExponential prometheusClassic prometheusNative; do
  for threads in 1 2; do
    java -XX:+UseSerialGC -Xmx256m -cp "$cp" io.github.sre4j.benchmarks.recorder.ProcessorTime "$peer" "$threads"
  done
done
