def log = new File(basedir, "build.log").text
assert log.contains('PASSED (observe mode; enforce mode would fail): 1 of 1 endpoint violates the standard')
assert new File(basedir, "target/sre/sre-report.json").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").isFile()
assert new File(basedir, "target/sre/sre-report.md").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").text.contains('failures="0"')
assert !log.contains("NullPointerException")
