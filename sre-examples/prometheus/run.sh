#!/usr/bin/env bash
# From nothing to the first report: builds the service, starts it and Prometheus, sends requests for two minutes, and checks it.
# Needs: mvn, java 17, prometheus (Debian: apt-get install prometheus). Ends what it started.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-120}
port=${PORT:-18080}
prometheus_port=${PROMETHEUS_PORT:-19090}
command -v prometheus >/dev/null || { echo "prometheus is not installed: apt-get install prometheus"; exit 3; }

mvn -q -f ../pom.xml -P prometheus -pl prometheus package -DskipTests
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

cat >"$work/prometheus.yml" <<YML
global: {scrape_interval: 5s}
scrape_configs:
  - job_name: orders
    metrics_path: /actuator/prometheus
    static_configs: [{targets: ["127.0.0.1:$port"]}]
YML
PORT=$port java -cp "target/classes:target/lib/*" io.github.sre4j.examples.prometheus.OrdersApplication >"$work/service.log" 2>&1 &
pids+=($!)
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" --web.listen-address="127.0.0.1:$prometheus_port" >"$work/prometheus.log" 2>&1 &
pids+=($!)
for _ in $(seq 120); do curl -sf "http://127.0.0.1:$port/actuator/health" >/dev/null && break; sleep 0.5; done
java -cp target/classes io.github.sre4j.examples.prometheus.Load "http://127.0.0.1:$port" "$seconds"

cd "$work"
mvn -N -q io.github.sre4j:sre-maven-plugin:0.1.0-SNAPSHOT:init -Dsre.prometheusUrl="http://127.0.0.1:$prometheus_port" -Dsre.selector='application="orders"' -Dsre.window=1h
mvn -N io.github.sre4j:sre-maven-plugin:0.1.0-SNAPSHOT:check -Dsre.window=10m
