#!/usr/bin/env bash
# Reads one large event file with sre4j, DuckDB, jq and wc, in turn, as whole processes and warm, and prints rows a second.
#   run-events.sh [megabytes, default 1024] [runs, default 5]
set -euo pipefail
cd "$(dirname "$0")"
megabytes=${1:-1024}
runs=${2:-5}
work=target/events
capture=../petclinic-check/src/events/Transaction.ndjson.gz

(cd ../.. && mvn -q -B -ntp package -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks -am)
class_path=target/classes:$(cat target/classpath.txt)
java=(java -Xmx512m -XX:+UseSerialGC -cp "$class_path")
[ "${JAVA_HOME:-}" ] && java[0]=$JAVA_HOME/bin/java
main=io.github.sre4j.benchmarks.events

mkdir -p "$work"
file=$work/$megabytes.Transaction.ndjson
[ -s "$file" ] || "${java[@]}" $main.GenerateEvents "$capture" "$file" $((megabytes * 1000000))
[ -s "$file.gz" ] || gzip -k -6 "$file"
rows=$(wc -l <"$file")
echo "file: $rows rows, $(stat -c %s "$file") bytes; $(stat -c %s "$file.gz") bytes compressed; $(nproc) processors; $("${java[@]}" -version 2>&1 | head -1)"
cat "$file" >/dev/null

declare -A command=(
  [sre4j-1]="${java[*]} $main.ReadWithSre4j $file 1 1"
  [sre4j-2]="${java[*]} $main.ReadWithSre4j $file 2 1"
  [duckdb-1]="${java[*]} $main.ReadWithDuckDb $file 1 1"
  [duckdb-2]="${java[*]} $main.ReadWithDuckDb $file 2 1"
  [sre4j-gz]="${java[*]} $main.ReadWithSre4j $file.gz 2 1"
  [duckdb-gz]="${java[*]} $main.ReadWithDuckDb $file.gz 2 1"
  [wc]="wc -l $file"
)
order=(sre4j-1 duckdb-1 sre4j-2 duckdb-2 sre4j-gz duckdb-gz wc)
results=$work/results.txt
: >"$results"
for ((run = 0; run <= runs; run++)); do
  for name in "${order[@]}"; do
    begin=$(date +%s%N)
    ${command[$name]} >/dev/null
    end=$(date +%s%N)
    # The first round warms the file cache and is not counted.
    ((run == 0)) || echo "$name $run $(((end - begin) / 1000))" >>"$results"
  done
done
if command -v jq >/dev/null; then
  begin=$(date +%s%N)
  jq -cr '[.name, .duration, .error] | @tsv' "$file" | awk -F'\t' '{n[$1]++; if ($2 > 1) s[$1]++; if ($3 == "true") e[$1]++} END {for (k in n) print k, n[k], s[k], e[k]}' >/dev/null
  end=$(date +%s%N)
  echo "jq 1 $(((end - begin) / 1000))" >>"$results"
fi

echo
echo "whole processes, million rows a second: minimum, median, maximum"
for name in "${order[@]}" jq; do
  { grep "^$name " "$results" || true; } | sort -k3 -n | awk -v rows="$rows" -v name="$name" \
    '{t[NR] = $3} END {if (NR) printf "%-10s %6.2f %6.2f %6.2f\n", name, rows / t[NR], rows / t[int((NR + 1) / 2)], rows / t[1]}'
done
echo
echo "ratios sre4j / duckdb of each round: minimum, median, maximum (above 1: sre4j is faster)"
for pair in "sre4j-1 duckdb-1" "sre4j-2 duckdb-2" "sre4j-gz duckdb-gz"; do
  read -r ours theirs <<<"$pair"
  join -j 2 <(grep "^$ours " "$results" | sort -k2) <(grep "^$theirs " "$results" | sort -k2) |
    awk '{print $5 / $3}' | sort -n | awk -v pair="$pair" '{r[NR] = $1} END {printf "%-20s %5.2f %5.2f %5.2f\n", pair, r[1], r[int((NR + 1) / 2)], r[NR]}'
done
echo
echo "warm, in one process, seconds a round"
for threads in 1 2; do
  "${java[@]}" $main.ReadWithSre4j "$file" $threads 6 | grep rows | tail -5 | awk -v n="$threads" '{printf "sre4j  %d %s\n", n, $5}'
  "${java[@]}" $main.ReadWithDuckDb "$file" $threads 6 | tail -5 | awk -v n="$threads" '{printf "duckdb %d %s\n", n, $5}'
done
echo
echo "peak heap of sre4j with at most 64 MB"
java64=("${java[@]}")
java64[1]=-Xmx64m
"${java64[@]}" $main.ReadWithSre4j "$file" 2 1 | grep heap
