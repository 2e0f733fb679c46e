context.get('standin').close()
def log = new File(basedir, "build.log").text
def runs = log.split(/Building newrelic-lint 1/).toList().drop(1)
assert runs.size() == 4
def beyond = "note: the window of 9 d exceeds the 8 days of one-minute data in New Relic"
assert runs.every { it == runs[3] || it.contains(beyond) }
def unmatched = "sre.yaml:4:15: warning: the waiver of 'WebTransaction/SpringController/gone (GET)' matches no endpoint [waiver-unmatched]"
assert runs[0].contains("Rules skipped without traffic data")
assert !runs[0].contains(unmatched)
assert runs[1].contains(unmatched)
assert runs[2].contains("New Relic at 127.0.0.1 refused the connection")
assert runs[2].contains("Rules skipped without traffic data")
assert runs[2].contains("BUILD SUCCESS")
assert runs[3].contains("no service 'ordres' in account 7 in New Relic")
assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
