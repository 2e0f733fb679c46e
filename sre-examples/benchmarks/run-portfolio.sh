#!/usr/bin/env bash
# How long the page of all products takes in a young JVM: reads every report, writes the page and the table.
#   run-portfolio.sh [products, default 200] [runs, default 7]
set -euo pipefail
cd "$(dirname "$0")"
products=${1:-200}
runs=${2:-7}
work=target/portfolio

(cd ../.. && mvn -q -B -ntp package -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks -am)
java=(java -Xmx512m -cp "target/classes:$(cat target/classpath.txt)")
[ "${JAVA_HOME:-}" ] && java[0]=$JAVA_HOME/bin/java
main=io.github.sre4j.benchmarks.portfolio

rm -rf "$work"
mkdir -p "$work"
"${java[@]}" $main.GenerateReports ../petclinic-check/src/events "$work/reports" "$products" 3
find "$work/reports" -name sre-report.json -exec cat {} + >/dev/null
echo "$(find "$work/reports" -name sre-report.json | wc -l) reports, $(du -sb "$work/reports" | cut -f1) bytes; $(nproc) processors; $("${java[@]}" -version 2>&1 | head -1)"
for ((run = 0; run <= runs; run++)); do
  begin=$(date +%s%N)
  line=$("${java[@]}" $main.DrawPortfolio "$work/reports" "$work")
  ((run == 0)) || echo "$line, whole process $((($(date +%s%N) - begin) / 1000000)) ms"
done | tee "$work/lines.txt"
echo
echo "milliseconds of the whole process: minimum, median, maximum of $runs"
sed 's/.*whole process \([0-9]*\) ms/\1/' "$work/lines.txt" | sort -n |
  awk '{t[NR] = $1} END {printf "%6d %6d %6d\n", t[1], t[int((NR + 1) / 2)], t[NR]}'
