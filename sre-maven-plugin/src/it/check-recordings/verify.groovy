def log = new File(basedir, "build.log").text
assert log.contains('1 of 2 endpoints meets the standard')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, "target/sre/sre-report.json"))
println report
