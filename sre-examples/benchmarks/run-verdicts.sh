#!/usr/bin/env bash
# How often a check reports a violation of services that meet the standard, and how often it finds a breach: bad requests that are independent, come in
# bursts, or differ between days. The table of the site's page on statistics.
#   run-verdicts.sh [builds for each row, default 2000] [endpoints, default 300]
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
(cd "$root" && mvn -q -B -ntp package -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks -am)
java -XX:+UseSerialGC -cp "target/classes:$(cat target/classpath.txt)" \
  io.github.sre4j.benchmarks.verdicts.SimulateVerdicts "${1:-2000}" "${2:-300}"
