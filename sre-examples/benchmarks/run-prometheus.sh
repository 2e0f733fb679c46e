#!/usr/bin/env bash
# What a check of a service in Prometheus costs, against the real server with a history made by promtool: requests, bytes, seconds, heap by number of
# endpoints, and the same for a peer that asks increase() for each SLI of each endpoint.
#   run-prometheus.sh <endpoints> <days> <seconds between scrapes> [endpoints of the peer]
set -euo pipefail
cd "$(dirname "$0")"
command -v prometheus promtool >/dev/null || { echo "prometheus and promtool are not installed: apt-get install prometheus"; exit 3; }
endpoints=$1 days=$2 interval=$3 peer=${4:-$1}
work=$(mktemp -d)
port=${PROMETHEUS_PORT:-19091}
trap 'kill $pid 2>/dev/null || true; rm -rf "$work"' EXIT
[ -s target/classpath.txt ] || (cd ../.. && mvn -q -B -ntp install -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks -am)
own=target/classes:$(cat target/classpath.txt)
main=io.github.sre4j.benchmarks.prometheus
java -cp "$own" $main.GenerateHistory "$work/history.txt" "$endpoints" "$days" "$interval"
promtool tsdb create-blocks-from openmetrics "$work/history.txt" "$work/data" >/dev/null 2>&1
rm "$work/history.txt"
echo 'global: {}' >"$work/prometheus.yml"
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" --storage.tsdb.retention.time=100y \
  --web.listen-address="127.0.0.1:$port" >"$work/log" 2>&1 &
pid=$!
for _ in $(seq 300); do curl -sf "http://127.0.0.1:$port/-/ready" >/dev/null && break; sleep 0.2; done
java -Xmx256m -cp "$own" $main.AskPrometheus "http://127.0.0.1:$port" "$days" "$peer"
