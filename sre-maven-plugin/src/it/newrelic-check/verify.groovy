context.get('standin').close()
def log = new File(basedir, "build.log").text
assert log.contains('1,200 requests from New Relic (orders)')
assert log.contains('25% slower than 1 s (limit 5%)')
assert log.contains('FAILED (enforce mode): 1 of 1 endpoint violates the standard')
assert log.contains("no service 'ordres' in account 7 in New Relic")

assert log =~ /application +orders +sre\.yaml/
assert log =~ /account +7 +sre\.yaml/
assert log =~ /NerdGraph +http:\/\/127\.0\.0\.1:\d+\/graphql +command line/
assert log =~ /key +present, in NEW_RELIC_API_KEY/
assert log =~ /New Relic +127\.0\.0\.1 responds in .*; the user of the key has access to 1 account/
assert log =~ /traffic +1,200 requests in the window; 0 others/
assert log =~ /cost +2 requests, 4 queries per check/
assert log.contains("チェックは失敗します：New Relic にサービス アカウント 7 の 'ordres' がありません。")

assert log.contains("NOT CHECKED: New Relic at 127.0.0.1 refused the connection")
assert log.contains('Last successful check, less than an hour ago (')
assert log.replaceAll(/\n\[WARNING\] {5}/, ' ').contains('0 of 1 endpoints met the standard, 1 violated it; build passed.')
assert log.contains('The build continues. Consecutive checks without data: 1 (limit 1')
assert log.contains('2 consecutive checks without data exceed sre.maxStaleRuns (1): New Relic at 127.0.0.1')

assert log.contains('Wrote first.yaml.')
assert log.contains('first.yaml exists and is unchanged.')
def written = new File(basedir, 'first.yaml').text
assert written.contains('service: "orders"') && written.contains('  account: 7\n')
assert log.contains('<artifactId>sre-maven-plugin</artifactId>')
assert !new File(basedir, 'second.yaml').exists()

assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
