def log = new File(basedir, "build.log").text
assert log.contains('[WARNING] sre:check did not run, because sre.skip is set. Whether the service meets the standard is not known.')
assert log.contains('[WARNING] sre:check did not run, because sre.check.skip is set.')
assert log.contains('standard \'missing.yaml\' not found')
assert !new File(basedir, "target/sre").exists()
assert !log.contains("NullPointerException")
