def log = new File(basedir, "build.log").text
assert log.contains('PASSED (observe mode; enforce mode would fail): 1 of 1 endpoint violates the standard')
assert new File(basedir, "target/sre/sre-report.json").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").isFile()
assert new File(basedir, "target/sre/sre-report.md").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").text.contains('failures="0"')
assert !log.contains("NullPointerException")
def lines = log.readLines()
def from = lines.findIndexOf { it.contains('check-observes: default v') }
def to = lines.findIndexOf { it.contains('Full report: target/sre/sre-report.html') }
assert from > 0 && to > from && to - from < 10
