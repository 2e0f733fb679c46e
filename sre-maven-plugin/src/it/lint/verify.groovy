def log = new File(basedir, "build.log").text
def runs = log.split(/Building lint 1/).toList().drop(1)
assert runs.size() == 8
def shadowed = "standard.yaml:11:12: warning: class 'reports' is unreachable: the earlier 'WebTransaction/**' matches all of its endpoints [class-shadowed]"
assert runs.every { it.contains(shadowed) || it == runs[4] || it == runs[6] }

assert runs[0].contains("[ERROR] bad/sre.yaml:1:1: error: servce: unknown key; did you mean 'service'?")
assert runs[0].contains("[ERROR] bad/sre.yaml:4:21: error: stricter[0].errors.below: '2' is not a percentage")
assert runs[0].contains("2 errors, 1 warning, no notes in standard.yaml, bad/sre.yaml")
assert runs[0].contains("sre:lint fails: 2 errors and 1 warning; sre.lint.failOn is error")

assert runs[1].contains("no errors, 1 warning, no notes in standard.yaml, sre.yaml")
assert runs[1].contains("Rules skipped without traffic data: class-unmatched,")
assert runs[1].contains("BUILD SUCCESS")
assert runs[2].contains("sre:lint fails: no errors and 1 warning; sre.lint.failOn is warning")

assert runs[3].contains("[WARNING] standard.yaml:6:21: warning: class 'pay', errors: the only endpoint with traffic does not have enough requests to verify the objective; the busiest is GET /pay/card: 99.999% of 3,000 requests in 7 d allows 0.03 bad requests (zero tolerance); the strictest verifiable objective for this traffic is 99.9%; 99.99% requires a window of 70 days, 99.999% a window of 700 days [target-unprovable]")
assert !runs[3].contains("Rules skipped without traffic data")
assert runs[4].contains("許容される不良リクエストは 0.03 件です（実質ゼロ）")
assert runs[5].contains("sre.lint.traffic is set, but no traffic was read: no telemetry source configured")
assert runs[6].contains("sre.lint.failOn: unknown value 'sometimes'; allowed: error, warning, never")

assert runs[7].contains("BUILD FAILURE") && runs[7].contains("missing'")

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/sre/sre-lint.sarif"))
assert sarif.version == "2.1.0"
assert sarif.runs[0].results*.ruleId == ["class-shadowed"]
def at = sarif.runs[0].results[0].locations[0].physicalLocation
assert at.artifactLocation == [uri: "standard.yaml", uriBaseId: "%SRCROOT%"]
assert at.region == [startLine: 11, startColumn: 12]
assert !log.contains("NullPointerException")
