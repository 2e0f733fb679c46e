context.get('server').stop(0)
def log = new File(basedir, 'build.log').text
assert log.contains('New Relic rejects the key. Use a user key (NRAK-…) of the correct region: check NEW_RELIC_API_KEY and sre.region')
assert log.contains('127.0.0.1 is not NerdGraph (no JSON in the response); check sre.nerdgraphUrl and the proxy')
assert log.contains('127.0.0.1 is not NerdGraph (status 302); check sre.nerdgraphUrl, the region, and the proxy')
assert log.contains('NOT CHECKED: New Relic returned an error: cannot do that for [key] now')
assert log.contains('New Relic rejects the query: NRQL Syntax Error for [key]')
assert log.contains('NOT CHECKED: New Relic is unavailable (status 503); retry later')
assert !log.contains('CANARY')
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { assert !it.text.contains('CANARY') }
assert !log.contains('NullPointerException')
