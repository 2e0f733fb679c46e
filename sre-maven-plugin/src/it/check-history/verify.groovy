def log = new File(basedir, "build.log").text.replaceAll(/\n\[[A-Z]+\] {5}/, ' ')
assert log =~ /Endpoints still to bring to the standard, week by week since .*: 6 → 5 → 5 → 4 → 4 → 3 → 3 → 2 → 2 → 1 → 1/
assert log =~ /At this pace the goal is reached between .* and .* \(80 % interval/
assert log.contains('Would send: {"eventType":"SreCheck","timestamp":')
assert log.contains("The summary was not sent: New Relic's Event API at 127.0.0.1 cannot be reached.")
assert log.contains("sre.publish: 'perhaps' is not known. Allowed: true, dry-run, false")
assert new File(basedir, 'history.ndjson').readLines().size() == 12
assert !log.contains('canary')
assert !log.contains("NullPointerException")
