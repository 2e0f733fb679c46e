context.get('standin').close()
def log = new File(basedir, "build.log").text
assert log.contains('1,200 requests from New Relic (orders)')
assert log.contains('25 % slower than 1 s (allowed 5 %)')
assert log.contains('ENFORCE: this build fails; 1 of 1 endpoint misses the standard.')
assert log.contains("New Relic has no service 'ordres' in account 7")

assert log =~ /application +orders +sre\.yaml/
assert log =~ /account +7 +sre\.yaml/
assert log =~ /NerdGraph +http:\/\/127\.0\.0\.1:\d+\/graphql +command line/
assert log =~ /key +present, in NEW_RELIC_API_KEY/
assert log =~ /New Relic +127\.0\.0\.1 answers in .*; the key's user sees one account/
assert log =~ /traffic +1,200 requests in the window, 0 of others/
assert log =~ /cost +a check takes 2 requests with 3 queries/
assert log.contains("チェックは失敗します：New Relic に アカウント 7 の 'ordres' というサービスはありません。")

assert log.contains("NOT CHECKED: New Relic at 127.0.0.1 refuses the connection")
assert log.contains('Last check that worked, less than an hour ago (')
assert log.replaceAll(/\n\[WARNING\] {5}/, ' ').contains('0 of 1 endpoints met the standard, 1 missed it; the build passed.')
assert log.contains('The build goes on. Checks in a row that were not possible: 1, tolerated: 1')
assert log.contains('2 checks in a row were not possible, more than sre.maxStaleRuns (1): New Relic at 127.0.0.1')

assert log.contains('Wrote first.yaml.')
assert log.contains('first.yaml is there already and stays as it is.')
def written = new File(basedir, 'first.yaml').text
assert written.contains('service: "orders"') && written.contains('  account: 7\n')
assert log.contains('<artifactId>sre-maven-plugin</artifactId>')
assert !new File(basedir, 'second.yaml').exists()

assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
