def log = new File(basedir, "build.log").text
assert log.contains('no telemetry source configured. Set sre.events to event files, or provide a New Relic user key')
assert log.contains('file or directory \'')
assert !new File(basedir, "target/sre/sre-report.json").exists()
assert !log.contains("NullPointerException")
