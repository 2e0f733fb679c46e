def log = new File(basedir, "build.log").text
assert log.contains('sre.yaml:3:5: waivers[0].owner: missing; give the owner')
assert !new File(basedir, "target/sre/sre-report.json").exists()
assert !log.contains("NullPointerException")
