context.get('standin').close()
assert !new File(basedir, 'pom.xml').exists()
def log = new File(basedir, 'build.log').text
assert log =~ /application +orders +command line/
assert log =~ /key +present, in NEW_RELIC_API_KEY/
assert log =~ /traffic +1,200 requests in the window/
assert log =~ /cost +a check takes 2 requests with 3 queries/
assert log.contains('Wrote sre.yaml.')
assert log.contains('sre.yaml is there already and stays as it is.')
assert new File(basedir, 'sre.yaml').text.contains('app: "orders"')
assert log =~ /application +orders +sre\.yaml/
assert log =~ /cost +a check takes 5 requests with 9 queries/
assert log.contains('Transaction.ndjson.gz: 1,200 events')
assert new File(basedir, 'sre-export/Transaction.ndjson.gz').isFile()
assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
