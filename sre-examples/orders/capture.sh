#!/usr/bin/env bash
# Runs the service under load and the real New Relic agent, and writes what the agent sent: to src/events, with --improved (the service
# with the changed files of improved/) to improved/events. Takes about eight minutes, needs JDK 17 and Maven, listens on 127.0.0.1 alone.
#   ./capture.sh [--improved] [--seconds N]
set -euo pipefail
cd "$(dirname "$0")"
mvn -B -q -f ../../pom.xml -pl sre-examples/orders,sre-examples/orders/capture -am -Pcapture -DskipTests package
exec java -cp "capture/target/classes:$(cat capture/target/classpath.txt)" io.github.sre4j.examples.capture.Capture . "$@"
