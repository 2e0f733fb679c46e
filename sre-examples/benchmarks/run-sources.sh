#!/usr/bin/env bash
# How long the index of a product's sources takes in a young JVM: cold, and again from the cache. Then the whole process by the clock, with one question.
#   run-sources.sh [files, default 1000] [runs, default 7]
set -euo pipefail
cd "$(dirname "$0")"
files=${1:-1000}
runs=${2:-7}
root=$(cd ../.. && pwd)
work=$PWD/target/sources
rm -rf "$work"
mkdir -p "$work"

(cd "$root" && mvn -q -B -ntp package -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks -am)
own=target/classes:$(cat target/classpath.txt)
main=io.github.sre4j.benchmarks.source
java -cp "$own" $main.GenerateProduct "$work/product" "$files"

for kind in cold cached; do
  for ((run = 0; run <= runs; run++)); do
    [ $kind = cold ] && rm -f "$work/cache.bin"
    begin=$(date +%s%N)
    line=$(java -Xmx512m -cp "$own" $main.IndexSources "$work/product" "$work/cache.bin")
    end=$(date +%s%N)
    ((run == 0)) || echo "$kind: $line; process: $(((end - begin) / 1000000)) ms"
  done
done | tee "$work/lines.txt"

# row <kind> <name> <expression>: minimum, median, maximum of what the expression takes from the lines of a kind.
row() {
  grep "^$1" "$work/lines.txt" | sed "$3" | sort -n |
    awk -v name="$1, $2" '{t[NR] = $1} END {printf "%-24s %5d %5d %5d\n", name, t[1], t[int((NR + 1) / 2)], t[NR]}'
}
echo
echo "milliseconds: minimum, median, maximum of $runs"
for kind in cold cached; do
  row $kind "index" 's/.*parsed: \([0-9]*\) ms.*/\1/'
  row $kind "one question" 's/.*read, \([0-9]*\) ms.*/\1/'
  row $kind "process" 's/.*process: \([0-9]*\) ms.*/\1/'
done
