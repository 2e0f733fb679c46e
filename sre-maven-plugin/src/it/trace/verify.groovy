def log = new File(basedir, "build.log").text.replaceAll(/\n\[INFO\] {3}(?=[^ ])/, ' ')
assert log.contains('GET /orders') || log.contains('orders (GET)')
assert log.contains('30')
assert log.contains('select * from items where id = ?')
assert !log.contains('jane.doe')
['json', 'md', 'html'].each {
    def text = new File(basedir, 'target/sre/sre-trace.' + it).text
    assert text.contains('items')
    assert !text.contains('jane.doe')
}
assert new File(basedir, 'target/sre/sre-traces.ndjson').readLines().size() == 1
assert log.contains('no trace id found. A trace id has 32 hexadecimal digits')
assert log.contains('No data found for ffffffffffffffffffffffffffffffff')
// places in the sources
// paths begin at the Git root, or at the project where there is none; the console breaks long ones
def flat = new File(basedir, "build.log").text.replaceAll(/\n\[INFO\] {3}/, '')
def path = /\S*src\/main\/java\/acme\/orders\//
def story = new File(basedir, 'target/sre/sre-trace.md')
assert flat =~ 'Handler: OrderController\\.orders ?\\(' + path + 'OrderController\\.java:'
assert flat =~ 'OrderController\\.orders ?\\(' + path + 'OrderController\\.java:25\\)'
assert story.text =~ 'Run by: `Items\\.byId \\(' + path + 'Items\\.java:16\\)`'
assert story.text =~ 'Logged at: `OrderController\\.orders \\(' + path + 'OrderController\\.java:24\\)`'
// two minutes against the hour before
assert log.contains('Changes from 2026-11-22 10:02 UTC to 2026-11-22 10:04 UTC')
assert log.contains('1. Errors in stock: 20 of 20 requests, certainty high.')
assert new File(basedir, 'target/sre/sre-period.json').text.contains('"errors"')
assert new File(basedir, 'target/sre/sre-period.html').text.contains('stock')
assert log.contains('2026-11-22 12:00') || log.contains('2026-11-22T12:00')
// OTLP is recognised, and a file of one trace needs no id
assert new File(basedir, 'target/otlp/sre-trace.md').text.contains('GET /cart')
// two requests
assert log.contains('select * from items where id = ?: 2× and 20 ms in the first, 40× and 400 ms in the second')
assert new File(basedir, 'target/sre/sre-compare.json').text.contains('"secondCount" : 40')
// slow against normal
assert log.contains('What differs between 20 slow and 30 normal requests of GET /orders')
assert log.contains('40× in slow requests (median), 2× in normal ones')
assert new File(basedir, 'target/slow/sre-compare.md').text.contains('30 normal')
assert log.contains("sre.endpoint: no requests of 'GET /nowhere' in the event files. Endpoints with the most requests: 'GET /orders' (60)")
assert log.contains('The event files contain 60 traces.')
assert !log.contains("NullPointerException")
