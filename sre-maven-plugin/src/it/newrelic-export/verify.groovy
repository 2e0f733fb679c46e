import groovy.json.JsonSlurper
import java.util.zip.GZIPInputStream

context.get('standin').close()

def unpacked = { File file -> file.withInputStream { new GZIPInputStream(it).text } }
def export = new File(basedir, 'target/sre/export')
assert export.list().toList().toSet() == ['Transaction', 'TransactionError', 'Span', 'Log', 'PageView', 'PageViewTiming', 'Metric']
    .collect { it + '.ndjson.gz' }.toSet() + ['sre-export.txt']
assert unpacked(new File(export, 'Transaction.ndjson.gz')).readLines().size() == 12000
export.listFiles().findAll { it.name.endsWith('.gz') }.each { assert !unpacked(it).contains('CANARY') }
def summary = new File(export, 'sre-export.txt').text
assert summary.contains('The number of events in the files matches New Relic.')
assert summary.contains('-Dsre.until=2026-11-22T09:00:00Z -Dsre.window=PT1H')

def asked = new JsonSlurper().parse(new File(basedir, 'asked/sre-report.json'))
def replayed = new JsonSlurper().parse(new File(basedir, 'replayed/sre-report.json'))
assert asked.endpoints.size() == 5
assert asked.goal.missed == 3
assert replayed.goal.findAll { it.key != 'excessSeconds' } == asked.goal.findAll { it.key != 'excessSeconds' }
// Files tell the worst hour too, New Relic is not asked for it.
def judged = { report -> report.endpoints.collect { [it.name, it.requests, it.errors, it.verdict, it.slis.collect { it.findAll { it.key != 'worstHour' } }] } }
def same = judged(replayed) == judged(asked)
assert same
assert replayed.source.kind == 'event-files'

def log = new File(basedir, 'build.log').text
assert log.contains('Exporting 12,001 events of orders (account 7)')
assert log.contains('Transaction.ndjson.gz: 12,000 events')
assert log.contains('Replay: mvn sre:check -Dsre.events=target/sre/export -Dsre.until=2026-11-22T09:00:00Z -Dsre.window=PT1H')
assert log.contains('[WARNING] マスクなし')
assert log.contains('Log.ndjson.gz: イベント 1 件')
assert unpacked(new File(basedir, 'plain/Log.ndjson.gz')).contains('[email:')
assert log.contains('the window has 12,001 events, more than sre.export.maxRows=10. Set a shorter sre.window')
assert log.contains("sre.export.types: 'no-type' is not an event type")
assert log.contains("New Relic at 127.0.0.1 refused the connection")
assert log.contains('the build is offline, so New Relic is not queried. Set sre.events to event files, or run online')
assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
