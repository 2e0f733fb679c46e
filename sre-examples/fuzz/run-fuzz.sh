#!/usr/bin/env bash
# Lets Jazzer look for inputs that a reader does not answer with a sentence: ten minutes for each target. What it finds goes to corpus/<target>, where the
# module's test runs it in every build from then on.
#   run-fuzz.sh [seconds for each target, default 600] [targets, default all: yaml events spans recordings files answers sources]
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-600}
shift || true
targets=${*:-yaml events spans recordings files answers sources}
root=$(cd ../.. && pwd)
[ -n "${FUZZ_NO_BUILD:-}" ] || (cd "$root" && ${MVN:-mvn} -q -B -ntp package -DskipTests -Dspotless.check.skip -Pjazzer -pl sre-examples/fuzz -am)
status=0
for target in $targets; do
  class="io.github.sre4j.examples.fuzz.$(printf '%s' "${target:0:1}" | tr '[:lower:]' '[:upper:]')${target:1}Fuzz"
  found="target/found/$target"
  mkdir -p "$found"
  echo "== $target for $seconds s"
  # The first directory gets what is new, the second is the kept corpus. Each input may take ten seconds and 2 GB.
  java -Xmx1800m -cp "target/classes:$(cat target/classpath.txt)" com.code_intelligence.jazzer.Jazzer \
    --target_class="$class" --instrumentation_includes='io.github.sre4j.**' \
    --reproducer_path=target -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=20000 \
    -artifact_prefix="corpus/$target/found-" -print_final_stats=1 "$found" "corpus/$target" 2>"target/$target.log" || {
    status=1
    grep -E "^(==|Caused|java\.|io\.|	at io\.github|SUMMARY|ALARM|artifact)" "target/$target.log" | head -20 || true
  }
  grep -E "stat::(number_of_executed_units|average_exec_per_sec)|cov: .*DONE" "target/$target.log" || tail -3 "target/$target.log"
done
exit $status
