def log = new File(basedir, "build.log").text.replaceAll(/\n\[[A-Z]+\] {5}/, ' ')
assert log.contains('RATCHET: this build passes; 20 of 22 endpoints miss the standard, and there is no baseline yet that would say which are new. ENFORCE would fail it.')
assert log.contains('Next: write down what is known with mvn sre:baseline; from then on only a new or a worse miss fails the build.')
assert log.contains('Wrote sre-baseline.json with 20 known misses. Commit it.')
assert new File(basedir, '.gitattributes').text == 'sre-baseline.json merge=union\n'
assert log.contains('RATCHET: this build passes; 20 of 22 endpoints miss the standard, all known in the baseline and no worse. ENFORCE would fail it.')
// The list of twenty has an order, most waiting first, and an end.
def first = log.substring(0, log.indexOf('Building baseline 1', log.indexOf('Building baseline 1') + 1))
assert first.contains('20 endpoints miss the standard, those with most waiting first:')
assert (first =~ /\n\[WARNING\]   GET \/(e\d+) /).collect { it[1] } == (19..10).collect { "e${it}".toString() }
assert first.contains('… and 10 more in the full report')
assert log.contains('RATCHET: this build fails; one new miss, one miss worse than known; the first: GET /e20.')
assert log.contains('25 % slower than 1 s (allowed 5 %), worse than known: was 15 %')
assert log.contains('15 % slower than 1 s (allowed 5 %), new')
assert log.contains('RATCHET: THIS BUILD PASSES BY OVERRIDE: CARRIES THE FIX OF SHOP-12')
assert log.contains('an override needs a reason of at least 10 characters, for whoever reads the report')
assert log.contains('lowered: GET /e0, latency, to 10 % bad')
assert log.contains('removed: GET /e19, latency, was 15 % bad')
assert log.contains('Wrote sre-baseline.json with 19 known misses. Commit it.')
assert log.contains('not taken in, because it is new or worse: GET /e20, latency')
assert log.contains('2 misses are new or worse than known; repair it, waive it in sre.yaml, or let it in with -Dsre.baseline.raise="why"')
assert log.contains('raised: GET /e0, latency, to 25 % bad')
assert log.contains('added: GET /e20, latency, 15 % bad')
def file = new File(basedir, 'sre-baseline.json').readLines()
assert file.size() == 23
assert file.findAll { it.contains('"raised":"bulk import until March"') }.size() == 2
assert log.contains("which sre.baseline names; write it with mvn sre:baseline or remove the setting")
assert !log.contains("NullPointerException")
// The full report names all twenty, in that order.
def written = new groovy.json.JsonSlurper().parse(new File(basedir, 'first-output/sre-report.json'))
assert written.endpoints.findAll { it.verdict == 'MISSED' }*.label == (19..0).collect { "GET /e${it}".toString() }
