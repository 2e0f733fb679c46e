def log = new File(basedir, "build.log").text
assert log.contains('NOT CHECKED: New Relic at 127.0.0.1 refused the connection')
assert log.contains('No earlier check result found')
assert log.contains('The build continues. Consecutive checks without data: 1 (limit 10')
assert log.contains('the build is offline, so New Relic is not queried. Set sre.events to event files, or run online')
assert log.contains("sre.region: unknown region 'uk'; allowed: us, eu, jp, gov")
assert log.contains("sre.account: 'acme' is not an account id")
assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
