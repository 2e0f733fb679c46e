def log = new File(basedir, "build.log").text
assert log.contains('2 invalid lines skipped. First: Transaction.ndjson:1: no name')
assert log.contains('PASSED (enforce mode)')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, "target/sre/sre-report.json"))
assert report.source.rejectedLines == 2
assert report.source.rejected*.line == [1, 1202]
assert !log.contains("NullPointerException")
