def log = new File(basedir, "build.log").text
assert log.contains("no problems found in sre.yaml")
assert log.contains("Rules skipped without traffic data: class-unmatched,")
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/sre/sre-lint.sarif"))
assert sarif.runs[0].results == []
assert sarif.runs[0].tool.driver.rules*.id.contains("config-invalid")
assert !log.contains("NullPointerException")
