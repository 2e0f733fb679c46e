def log = new File(basedir, "build.log").text
assert log.contains('2,300 requests from recordings in recordings')
assert log.contains('1 invalid line skipped. First: orders-2-20261122T080000000.hlog:30: the file ends within a')
assert log.contains('record; that endpoint of interval 6 is lost')
assert log.contains('1 recording is incomplete (still open, or the process was killed; at most the last')
assert log.contains('GET /orders/{orderId}  error rate 20% (limit 1%), 220 of 1,100 requests')
assert log.contains('FAILED (enforce mode): 1 of 2 endpoints violates the standard')
// A recording tells how long and how often, never why: that is said as what it is, not as a folder that lacks something.
assert log.contains('Cannot determine improvement candidates: recordings contain counts, not causes')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, "target/sre/sre-report.json"))
def orders = report.endpoints.collectEntries { [it.label, it] }
assert orders["GET /orders"].verdict == "MET"
assert orders["GET /orders"].requests == 1200
assert orders["GET /orders/{orderId}"].verdict == "MISSED"
assert orders["GET /orders/{orderId}"].requests == 1100
assert report.source.kind == "recordings"
assert report.source.rejectedLines == 1
