def log = new File(basedir, "build.log").text
assert log.contains('Skipped: sre.skip is set.')
assert log.contains('Skipped: sre.check.skip is set.')
assert log.contains('standard \'missing.yaml\' not found')
assert !new File(basedir, "target/sre").exists()
assert !log.contains("NullPointerException")
