def log = new File(basedir, "build.log").text
assert log.contains('sre:check')
assert log.contains('sre:help')
assert log.contains('Measures the service in production')
assert !log.contains("NullPointerException")
