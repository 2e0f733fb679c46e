def log = new File(basedir, "build.log").text
assert log.contains('FAILED (ratchet mode): all 50 requests are outside the window 2026-11-22 08:00 UTC to 2026-11-22 09:00 UTC (data:')
assert log.contains('set sre.until and sre.window')
assert log.contains('BUILD SUCCESS')
assert new File(basedir, "target/sre/sre-report.json").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").isFile()
assert new File(basedir, "target/sre/sre-report.md").isFile()
assert !log.contains("NullPointerException")
