def log = new File(basedir, "build.log").text
assert log.contains('RATCHET: this build fails; all 50 requests lie outside the window 22 Nov 2026 08:00 UTC to 22 Nov 2026 09:00 UTC: they are from')
assert log.contains('move the window with sre.until and sre.window')
assert log.contains('BUILD SUCCESS')
assert new File(basedir, "target/sre/sre-report.json").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").isFile()
assert new File(basedir, "target/sre/sre-report.md").isFile()
assert !log.contains("NullPointerException")
