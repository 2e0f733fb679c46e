def log = new File(basedir, "build.log").text
assert log.contains('standard.yaml:6:15: classes[0].latency.wihtin: unknown key; did you mean \'within\'? allowed here: within, for')
assert !new File(basedir, "target/sre/sre-report.json").exists()
assert !log.contains("NullPointerException")
