def standin = context.get('standin')
def asked = standin.requests()
standin.close()
context.get('silent').close()
def log = new File(basedir, 'build.log').text
assert log.split('1,200 requests from New Relic \\(orders\\)').length == 4
// One search for the service and one request with four queries, for all three modules.
assert asked.take(2).sum { it.nrql().size() } == 4
// What is behind the miss is looked into once for all of them, too.
def evidence = asked.drop(2)
assert evidence.size() in 1..5
assert evidence*.body().unique(false).size() == evidence.size()
assert log.split('NOT CHECKED: New Relic at 127.0.0.1 did not respond in time').length == 4
// The first module waits for the outage; the others do not.
def seconds = (log =~ /(?m)^\[INFO\] (?:a|b|c) \.+ SUCCESS \[ +([0-9.]+) s\]/).collect { it[1] as double }
assert seconds.size() == 6
assert seconds[3..5].sum() < 20
assert !log.contains('NRAK-CANARY')
