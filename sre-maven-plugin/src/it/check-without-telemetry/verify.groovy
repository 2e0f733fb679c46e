def log = new File(basedir, "build.log").text
assert log.contains('there is no telemetry to check. Set sre.events to a file or folder of event files, or provide a New Relic user key')
assert log.contains('there is no file or folder \'')
assert !new File(basedir, "target/sre/sre-report.json").exists()
assert !log.contains("NullPointerException")
