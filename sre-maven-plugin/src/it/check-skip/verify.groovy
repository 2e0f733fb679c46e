def log = new File(basedir, "build.log").text
assert log.contains('Skipped, because sre.skip is set.')
assert log.contains('Skipped, because sre.check.skip is set.')
assert log.contains('there is no standard \'missing.yaml\'')
assert !new File(basedir, "target/sre").exists()
assert !log.contains("NullPointerException")
