#!/usr/bin/env bash
# How long a whole `mvn sre:suggest` takes over a capture, and how much of it is the goal: the same build with the goal skipped, in turn with it.
#   run-suggest-build.sh [runs, default 7]       (installs the plugin into the local repository; with MVN set to a command that finds it, does not)
set -euo pipefail
cd "$(dirname "$0")"
runs=${1:-7}
root=$(cd ../.. && pwd)
work=$PWD/target/suggest-build
rm -rf "$work"
mkdir -p "$work"
[ "${MVN:-}" ] ||
  (cd "$root" && mvn -q -B -ntp install -DskipTests -Dspotless.check.skip -pl sre-maven-plugin -am)

# project <name> <folder of the example>: its sources, telemetry and files, in a project of their own.
project() {
  mkdir -p "$work/$1"
  cp -r "$2"/src "$2"/sre.yaml "$work/$1"
  [ -f "$2/sre-standard.yaml" ] && cp "$2/sre-standard.yaml" "$work/$1"
  cat >"$work/$1/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>$1</artifactId><version>1</version>
</project>
POM
}
project orders ../orders
project petclinic ../petclinic-check
declare -A options=(
  [orders]="-Dsre.events=src/events -Dsre.standard=sre-standard.yaml -Dsre.window=302s -Dsre.until=$(sed -n 's/.*<until>\(.*\)<.*/\1/p' ../orders/pom.xml)"
  [petclinic]="-Dsre.events=src/events -Dsre.standard=sre-standard.yaml -Dsre.window=10m -Dsre.until=$(sed -n 's/.*<until>\(.*\)<.*/\1/p' ../petclinic-check/pom.xml)"
)
goal=io.github.sre4j:sre-maven-plugin:0.1.0-SNAPSHOT:suggest
for ((run = 0; run <= runs; run++)); do
  for name in orders petclinic; do
    for kind in skipped suggest; do
      extra=()
      [ $kind = skipped ] && extra=(-Dsre.suggest.skip)
      begin=$(date +%s%N)
      # shellcheck disable=SC2086
      ${MVN:-mvn -o} -q -B -ntp -f "$work/$name/pom.xml" $goal ${options[$name]} "${extra[@]}" >"$work/out.txt"
      end=$(date +%s%N)
      ((run == 0)) || echo "$name $kind $run $(((end - begin) / 1000000))"
    done
  done
done >"$work/times.txt"

stats() { sort -n | awk -v name="$1" '{t[NR] = $1} END {printf "%-20s %5d %5d %5d\n", name, t[1], t[int((NR + 1) / 2)], t[NR]}'; }
echo "milliseconds: minimum, median, maximum of $runs"
for name in orders petclinic; do
  for kind in skipped suggest; do
    awk -v n=$name -v k=$kind '$1 == n && $2 == k {print $4}' "$work/times.txt" | stats "$name, $kind"
  done
  awk -v n=$name '$1 == n {t[$2, $3] = $4; r[$3]} END {for (i in r) print t["suggest", i] - t["skipped", i]}' "$work/times.txt" | stats "$name, added"
done
