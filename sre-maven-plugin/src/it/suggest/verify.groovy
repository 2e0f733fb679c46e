import groovy.json.JsonSlurper

// Lines are broken for the terminal.
def log = new File(basedir, 'build.log').getText('UTF-8').replaceAll(/\n\[INFO\] {3,}/, ' ')
assert log.contains('1  GET /orders is slow: N+1 queries (select items)')
assert log.contains('Found in 20 of 20 analyzed slow requests.')
// 88 s in 400 s of requests.
assert log =~ /Impact +Saves 5.3 h of 5.3 h excess wait per day/
assert log.contains('The top candidate saves 5.3 h of 5.3 h excess wait per day (100%).')
assert log.contains('GET /orders が遅い：N+1 クエリ（select items）')
assert log.contains('Top improvement candidates (details: mvn sre:suggest):')
assert log.contains('Recorded in sre-proposals.json: GET /orders is slow')
assert log.contains('accepted; no comparable window measured yet')
assert log.contains('sre.take: candidate 7 does not exist (1 available)')
assert log.contains('sre.top: at least one candidate must be shown, not 0')
assert log.contains('sre.llm.url requires sre.llm.model. Set the name of the model.')
assert !log.contains('NullPointerException')

def taken = new JsonSlurper().parse(new File(basedir, 'sre-proposals.json')).proposals
assert taken.size() == 1 && taken[0].commit == 'abc123' && Math.round(taken[0].predictedPerDay * 399.001 / 86400) == 88
assert new File(basedir, 'target/ja/sre-candidates.md').getText('UTF-8').startsWith('# shop の改善候補')
def sarif = new JsonSlurper().parse(new File(basedir, 'target/ja/sre-candidates.sarif'))
assert sarif.version == '2.1.0'
def report = new JsonSlurper().parse(new File(basedir, 'target/check/sre-report.json'))
assert report.candidates.size() == 1 && report.candidates[0].cause.kind == 'n-plus-one-queries'
assert report.improvement.track.outcomes.size() == 1
