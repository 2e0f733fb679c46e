#!/usr/bin/env bash
# Builds a small product in every way in which a bound sre:check may not run, and prints what came of it: the table of gate-runs.md.
#
#   REPO=~/.m2/repository sre-examples/gate-runs/run.sh
#
# sre4j must be installed in REPO. MAVEN_3 and MAVEN_4 name installations of Maven; those that are not given are fetched from Maven Central. CACHE_VERSIONS names
# the versions of the build cache extension to try.
set -u
repo=${REPO:-$HOME/.m2/repository}
version=${SRE_VERSION:-0.1.0-SNAPSHOT}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # version: fetches a Maven and prints its home
    local zip="$repo/org/apache/maven/apache-maven/$1/apache-maven-$1-bin.zip"
    [ -f "$zip" ] || mvn -q -B -ntp -Dmaven.repo.local="$repo" dependency:get -Dartifact="org.apache.maven:apache-maven:$1:zip:bin" >/dev/null 2>&1
    unzip -q -o "$zip" -d "$work" && echo "$work/apache-maven-$1"
}
maven3=${MAVEN_3:-$(fetch 3.9.11)}
maven4=${MAVEN_4:-$(fetch 4.0.0-rc-5)}

product() { # folder, extension version or -, extensions true or false, run always or -, more of the plugin's configuration
    mkdir -p "$1/.mvn" "$1/src/main/java/a"
    echo 'package a; public class A {}' >"$1/src/main/java/a/A.java"
    cat >"$1/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>gate</groupId><artifactId>orders</artifactId><version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    $5
  </properties>
  <build><plugins><plugin>
    <groupId>io.github.sre4j</groupId><artifactId>sre-maven-plugin</artifactId><version>$version</version>
    <extensions>$3</extensions>
    <configuration><until>2026-11-22T09:00:00Z</until><enforcement>enforce</enforcement></configuration>
    <executions><execution><goals><goal>check</goal></goals></execution></executions>
  </plugin></plugins></build>
  <profiles><profile><id>quick</id><build><plugins><plugin>
    <groupId>io.github.sre4j</groupId><artifactId>sre-maven-plugin</artifactId>
    <executions><execution><id>default</id><phase>none</phase></execution></executions>
  </plugin></plugins></build></profile></profiles>
</project>
POM
    [ "$2" = - ] || cat >"$1/.mvn/extensions.xml" <<XML
<extensions><extension>
  <groupId>org.apache.maven.extensions</groupId>
  <artifactId>maven-build-cache-extension</artifactId>
  <version>$2</version>
</extension></extensions>
XML
    [ "$4" = - ] || cat >"$1/.mvn/maven-build-cache-config.xml" <<XML
<cache xmlns="http://maven.apache.org/BUILD-CACHE-CONFIG/1.2.0">
  <executionControl><runAlways><goalsLists>
    <goalsList groupId="io.github.sre4j" artifactId="sre-maven-plugin"><goals><goal>check</goal></goals></goalsList>
  </goalsLists></runAlways></executionControl>
</cache>
XML
    events "$1" 0
}

events() { # folder, failures of each hundred requests; outside the product, as production is: what changes there is no input of the build
    mkdir -p "$1.events"
    awk -v bad="$2" 'BEGIN { for (i = 0; i < 3000; i++)
        printf "{\"eventType\":\"Transaction\",\"name\":\"WebTransaction/SpringController/orders (GET)\",\"timestamp\":%.0f,\"duration\":0.05,\"error\":%s}\n",
            1795334400000 - (i + 1) * 20000, i % 100 < bad ? "true" : "false" }' >"$1.events/Transaction.ndjson"
}

build() { # maven, folder, arguments: builds, and leaves the log
    local home=$1 folder=$2
    shift 2
    (cd "$folder" && timeout 600 "$home/bin/mvn" -B -ntp -Dmaven.repo.local="$repo" -Dmaven.build.cache.location="$work/cache" \
        -Dsre.events="$folder.events" "$@") >"$work/log" 2>&1
    status=$?
}

row() { # what: prints one row from the log
    local check=no report=- said=-
    grep -q 'orders against the standard\|^\[INFO\] orders: ' "$work/log" && check=yes
    [ -f "$folder/target/sre/sre-report.json" ] && report=yes || report=no
    said=$(grep -o 'sre:check is bound in .*\|sre:check did not run.*\|Skipping plugin execution (cached): sre:check' "$work/log" | tail -1)
    printf '| %s | %s | %s | %s | %s |\n' "$1" "$check" "$([ $status = 0 ] && echo passes || echo fails)" "$report" "${said:--}"
}

echo '| build of a service whose requests all fail since the build before | check runs | build | report there | what is said |'
echo '|---|---|---|---|---|'
n=0
try() { # what, maven, extension version or -, extensions, run always or -, properties of the POM, arguments of the second build
    local what=$1 maven=$2 cache=$3 extensions=$4 always=$5 properties=$6
    shift 6
    folder="$work/p$((n += 1))"
    product "$folder" "$cache" "$extensions" "$always" ''
    build "$maven" "$folder" verify
    [ $status = 0 ] || { cat "$work/log"; exit 1; }
    events "$folder" 100
    [ -z "$properties" ] || sed -i "s|<project.build.sourceEncoding>|$properties<project.build.sourceEncoding>|" "$folder/pom.xml"
    build "$maven" "$folder" "$@"
    row "$what"
}
three=$(basename "$maven3") four=$(basename "$maven4")
for cache in ${CACHE_VERSIONS:-1.2.1}; do
    try "cache hit, extension $cache" "$maven3" "$cache" false - '' verify
    try "cache hit, extension $cache, plugin with extensions" "$maven3" "$cache" true - '' verify
    try "cache hit, extension $cache, runAlways" "$maven3" "$cache" false yes '' verify
    try "cache hit, extension $cache, $four, plugin with extensions" "$maven4" "$cache" true - '' verify
done
try '`--fail-never`' "$maven3" - true - '' verify --fail-never
try '`sre.skip` in the POM' "$maven3" - false - '<sre.skip>true</sre.skip>' verify
try 'a profile that unbinds the goal' "$maven3" - true - '' verify -Pquick
try '`mvn package`' "$maven3" - true - '' package
try '`-DskipTests`' "$maven3" - false - '' verify -DskipTests
try '`-Dmaven.test.skip`' "$maven3" - false - '' verify -Dmaven.test.skip
try '`-o` with event files' "$maven3" - false - '' verify -o
try "$three" "$maven3" - false - '' verify
try "$four" "$maven4" - false - '' verify
