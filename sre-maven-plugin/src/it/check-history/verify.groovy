def log = new File(basedir, "build.log").text.replaceAll(/\n\[[A-Z]+\] {5}/, ' ')
assert log =~ /Violations per week since .*: 6 → 5 → 5 → 4 → 4 → 3 → 3 → 2 → 2 → 1 → 1/
assert log =~ /Forecast: all endpoints meet the standard between .* and .* \(80% interval/
assert log.contains('Would send: {"eventType":"SreCheck","timestamp":')
assert log.contains("Summary not sent: New Relic Event API at 127.0.0.1 is not reachable")
assert log.contains("sre.publish: unknown value 'perhaps'. Allowed: true, dry-run, false")
assert new File(basedir, 'history.ndjson').readLines().size() == 12
assert !log.contains('canary')
assert !log.contains("NullPointerException")
