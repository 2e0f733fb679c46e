def log = new File(basedir, "build.log").text
assert log.contains('OBSERVE: this build passes; 1 of 1 endpoint misses the standard. ENFORCE would fail it.')
assert new File(basedir, "target/sre/sre-report.json").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").isFile()
assert new File(basedir, "target/sre/sre-report.md").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").text.contains('failures="0"')
assert !log.contains("NullPointerException")
