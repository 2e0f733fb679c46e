def log = new File(basedir, "build.log").text
assert log.contains('2 件中 1 件のエンドポイントが標準を満たしています')
assert log.contains('strict (version 3)')
assert log.contains('Job.run (no class of the standard matches)')
assert new File(basedir, "elsewhere/sre-report.json").isFile()
// With -q nothing is printed but why the build fails.
assert !log.contains('against the standard default')
assert log =~ /ERROR.*ENFORCE: this build fails; 1 of 2 endpoints misses the standard/
assert log.contains('sre.window: \'7\' is not a duration; write a number with a unit')
assert log.contains('sre.until: \'yesterday\' is not an instant; write one in UTC such as 2026-11-22T09:00:00Z')
assert log.contains("sre.enforcement: unknown enforcement 'strict'; allowed: observe, ratchet, enforce")
assert log.contains('sre.locale: unknown language \'fr\'; allowed: en, ja')
assert log.contains('nothing says which service to check')
assert log.contains("\u001B[1m")
assert !log.contains("NullPointerException")
