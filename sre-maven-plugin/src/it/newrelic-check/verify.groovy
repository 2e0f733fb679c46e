context.get('standin').close()
def log = new File(basedir, "build.log").text
assert log.contains('1,200 requests from New Relic (orders)')
assert log.contains('25 % slower than 1 s (allowed 5 %)')
assert log.contains('ENFORCE: this build fails; 1 of 1 endpoints misses the standard.')
assert log.contains("New Relic has no service 'ordres' in account 7")
assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
