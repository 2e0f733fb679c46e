context.get('server').stop(0)
def log = new File(basedir, 'build.log').text
assert log.contains('New Relic refuses the key; it must be a user key (NRAK-…) of the right region: check NEW_RELIC_API_KEY and sre.region')
assert log.contains('what answers at 127.0.0.1 is not NerdGraph: no JSON came back; check sre.nerdgraphUrl and the proxy')
assert log.contains('what answers at 127.0.0.1 is not NerdGraph (status 302); check sre.nerdgraphUrl, the region and the proxy')
assert log.contains('NOT CHECKED: New Relic reports an error: cannot do that for [key] now')
assert log.contains('New Relic does not take the query: NRQL Syntax Error for [key]')
assert log.contains('NOT CHECKED: New Relic has trouble of its own (status 503); try again later')
assert !log.contains('CANARY')
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { assert !it.text.contains('CANARY') }
assert !log.contains('NullPointerException')
