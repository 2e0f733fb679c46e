def log = new File(basedir, "build.log").text
assert log.contains('2 lines could not be used; the first: Transaction.ndjson, line 1: there is no name')
assert log.contains('ENFORCE: this build passes')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, "target/sre/sre-report.json"))
assert report.source.rejectedLines == 2
assert report.source.rejected*.line == [1, 1202]
assert !log.contains("NullPointerException")
