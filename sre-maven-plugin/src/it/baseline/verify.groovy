def log = new File(basedir, "build.log").text.replaceAll(/\n\[[A-Z]+\] {5}/, ' ')
assert log.contains('PASSED (ratchet mode; enforce mode would fail): 20 of 22 endpoints violate the standard (no baseline; run mvn sre:baseline)')
assert log.contains('Next: Run mvn sre:baseline to record existing violations. After that, only new and regressed violations fail the build.')
assert log.contains('Wrote sre-baseline.json (20 known violations). Commit this file.')
assert new File(basedir, '.gitattributes').text == 'sre-baseline.json merge=union\n'
assert log.contains('PASSED (ratchet mode; enforce mode would fail): 20 of 22 endpoints violate the standard; all are known, none regressed')
// The list of twenty has an order, most waiting first, and an end.
def first = log.substring(0, log.indexOf('Building baseline 1', log.indexOf('Building baseline 1') + 1))
assert first.contains('20 endpoints violate the standard, longest excess wait first:')
assert (first =~ /\n\[WARNING\]   GET \/(e\d+) /).collect { it[1] } == (19..10).collect { "e${it}".toString() }
assert first.contains('… and 10 more in the full report')
assert log.contains('FAILED (ratchet mode): 1 new violation, 1 regression; top: GET /e20')
assert log.contains('25% slower than 1 s (limit 5%), regressed (baseline 15%)')
assert log.contains('15% slower than 1 s (limit 5%), new')
assert log.contains('PASSED BY OVERRIDE (ratchet mode): carries the fix of SHOP-12')
assert log.contains('an override needs a reason of at least 10 characters; the report shows it')
assert log.contains('lowered: GET /e0, latency, to 10% bad')
assert log.contains('removed: GET /e19, latency, was 15% bad')
assert log.contains('Wrote sre-baseline.json (19 known violations). Commit this file.')
assert log.contains('not added (new or regressed): GET /e20, latency')
assert log.contains('2 violations are new or regressed. Fix or waive them, or accept them with -Dsre.baseline.raise="reason".')
assert log.contains('raised: GET /e0, latency, to 25% bad')
assert log.contains('added: GET /e20, latency, 15% bad')
def file = new File(basedir, 'sre-baseline.json').readLines()
assert file.size() == 23
assert file.findAll { it.contains('"raised":"bulk import until March"') }.size() == 2
assert log.contains("Create it with mvn sre:baseline or remove the setting")
assert !log.contains("NullPointerException")
// The full report names all twenty, in that order.
def written = new groovy.json.JsonSlurper().parse(new File(basedir, 'first-output/sre-report.json'))
assert written.endpoints.findAll { it.verdict == 'MISSED' }*.label == (19..0).collect { "GET /e${it}".toString() }
