#!/usr/bin/env bash
# Makes the pictures of the README anew, from what the library really prints and draws. Needs Chromium on the path.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -B -ntp package pre-site -DskipTests -pl site -am
mvn -q -B -ntp verify -DskipTests -pl sre-examples/orders -am
pictures=site/src/site/resources/pictures
mkdir -p "$pictures"
cp site/target/generated-site/resources/images/check.svg "$pictures/check.svg"
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
shot() { # page, picture, width, height, language
  local page=$1
  [ -f "$page" ] || page="site/target/generated-site/resources/example/$page"
  # Without the first two, a picture may be taken before the page is painted to its end.
  "$chromium" --headless --run-all-compositor-stages-before-draw --virtual-time-budget=2000 --no-sandbox --disable-gpu \
    --hide-scrollbars --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --user-data-dir="$(mktemp -d)" --lang="$5" --window-size="$3,$4" \
    --screenshot="$pictures/$2" "file://$PWD/$page" >/dev/null 2>&1
}
shot sre-examples/orders/target/sre/sre-report.html report.png 1280 1560 en
shot sre-report-ja.html report-ja.png 1280 860 ja
shot sre-portfolio.html portfolio.png 1280 860 en
ls -l "$pictures"
