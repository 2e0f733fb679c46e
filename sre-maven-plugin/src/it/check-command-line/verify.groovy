def log = new File(basedir, "build.log").text
assert log.contains('エンドポイント 2 件中 1 件が基準を達成')
assert log.contains('strict v3')
assert log.contains('Job.run (no matching class)')
assert new File(basedir, "elsewhere/sre-report.json").isFile()
// With -q nothing is printed but why the build fails.
assert !log.contains(': default v')
assert log =~ /ERROR.*FAILED \(enforce mode\): 1 of 2 endpoints violates the standard/
assert log.contains('sre.window: \'7\' is not a duration; write a number with a unit')
assert log.contains('sre.until: \'yesterday\' is not an instant. Use UTC, for example 2026-11-22T09:00:00Z')
assert log.contains("sre.enforcement: unknown enforcement 'strict'; allowed: observe, ratchet, enforce")
assert log.contains('sre.locale: unknown language \'fr\'; allowed: en, ja')
assert log.contains('No service configured.')
assert log.contains("\u001B[1m")
assert !log.contains("NullPointerException")
