#!/usr/bin/env bash
# How long the index of a product's sources takes in a young JVM: cold, and again from the cache.
#   run-sources.sh [files, default 1000] [runs, default 7]
set -euo pipefail
cd "$(dirname "$0")"
files=${1:-1000}
runs=${2:-7}
root=$(cd ../.. && pwd)
work=$PWD/target/sources
rm -rf "$work"
mkdir -p "$work"

(cd "$root" && mvn -q -B -ntp install -DskipTests -Dspotless.check.skip -pl sre-examples/benchmarks -am)
own=target/classes:$(cat target/classpath.txt)
main=io.github.sre4j.benchmarks.source
java -cp "$own" $main.GenerateProduct "$work/product" "$files"

for kind in cold cached; do
  for ((run = 0; run <= runs; run++)); do
    [ $kind = cold ] && rm -f "$work/cache.bin"
    line=$(java -Xmx512m -cp "$own" $main.IndexSources "$work/product" "$work/cache.bin")
    ((run == 0)) || echo "$line" | sed "s/^/$kind: /"
  done
done | tee "$work/lines.txt"
echo
echo "milliseconds to read: minimum, median, maximum of $runs"
for kind in cold cached; do
  grep "^$kind" "$work/lines.txt" | sed 's/.*parsed: \([0-9]*\) ms.*/\1/' | sort -n |
    awk -v kind=$kind '{t[NR] = $1} END {printf "%-8s %5d %5d %5d\n", kind, t[1], t[int((NR + 1) / 2)], t[NR]}'
done
