#!/bin/sh
# matrix.sh: runs every patch for every version of Spring Boot, with and without Lombok; with a PostgreSQL if MATRIX_URL names one.
set -eu
cd "$(dirname "$0")"
database=""
if [ -n "${MATRIX_URL:-}" ]; then
  database="-Dmatrix.datasource.url=$MATRIX_URL -Dmatrix.datasource.username=${MATRIX_USER:-postgres} -Dmatrix.datasource.password=${MATRIX_PASSWORD:-}"
fi
for version in 2.7.18 3.5.6 4.1.1; do
  echo "Spring Boot $version"
  # shellcheck disable=SC2086  # options are words
  mvn -B -ntp -q -Plombok -Dspring-boot.version=$version -DargLine="$database" verify "$@"
done
