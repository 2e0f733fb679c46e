def log = new File(basedir, "build.log").text
assert log.contains('1 of 1 endpoint meets the standard, 0 to fix')
assert log.contains('PASSED (enforce mode): no violations (1 endpoint checked)')
assert new File(basedir, "target/sre/sre-report.json").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").isFile()
assert new File(basedir, "target/sre/sre-report.md").isFile()
def report = new groovy.json.JsonSlurper().parse(new File(basedir, "target/sre/sre-report.json"))
assert report.endpoints[0].label == "GET /orders"
assert report.endpoints[0].slis*.verdict == ["MET", "MET"]
assert report.gate.outcome == "passed"
assert !log.contains("NullPointerException")
