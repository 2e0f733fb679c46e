import groovy.json.JsonSlurper

// Lines are broken for the terminal.
def log = new File(basedir, 'build.log').getText('UTF-8').replaceAll(/\n\[INFO\] {3,}/, ' ')
assert log.contains('1  GET /orders is slow: the same statement again and again (select items)')
assert log.contains('20 of 20 slow requests looked at show it.')
assert log =~ /Gives back +88 s of waiting a day, out of 88 s/
assert log.contains('The first one gives back 88 s of the 88 s a day that users wait too long (100 %).')
assert log.contains('GET /orders が遅い：同じ SQL の繰り返し（select items）')
assert log.contains('What to change first (mvn sre:suggest says why, where and how):')
assert log.contains('Noted in sre-proposals.json: GET /orders is slow')
assert log.contains('taken, but no window after the change has been measured yet')
assert log.contains('sre.take: there is no candidate 7; there are 1')
assert log.contains('sre.top: at least one candidate must be shown, not 0')
assert log.contains('sre.llm.url is set, but not sre.llm.model: name the model to ask')
assert !log.contains('NullPointerException')

def taken = new JsonSlurper().parse(new File(basedir, 'sre-proposals.json')).proposals
assert taken.size() == 1 && taken[0].commit == 'abc123' && Math.round(taken[0].predictedPerDay) == 88
assert new File(basedir, 'target/ja/sre-candidates.md').getText('UTF-8').startsWith('# shop の改善候補')
def sarif = new JsonSlurper().parse(new File(basedir, 'target/ja/sre-candidates.sarif'))
assert sarif.version == '2.1.0'
def report = new JsonSlurper().parse(new File(basedir, 'target/check/sre-report.json'))
assert report.candidates.size() == 1 && report.candidates[0].cause.kind == 'n-plus-one-queries'
assert report.improvement.track.outcomes.size() == 1
