context.get('standin').close()
assert !new File(basedir, 'pom.xml').exists()
def log = new File(basedir, 'build.log').text
assert log =~ /application +orders +command line/
assert log =~ /key +present, in NEW_RELIC_API_KEY/
assert log =~ /traffic +1,200 requests in the window/
assert log =~ /cost +2 requests, 4 queries per check/
assert log.contains('Wrote sre.yaml.')
assert log.contains('sre.yaml exists and is unchanged.')
assert new File(basedir, 'sre.yaml').text.contains('app: "orders"')
assert log =~ /application +orders +sre\.yaml/
assert log =~ /cost +5 requests, 13 queries per check/
assert log.contains('Transaction.ndjson.gz: 1,200 events')
assert new File(basedir, 'sre-export/Transaction.ndjson.gz').isFile()
assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
