def log = new File(basedir, 'build.log').text
def runs = log.split(/Building gate-not-run 1/).toList().drop(1)
assert runs.size() == 6
def notRun = 'sre:check is bound in gate-not-run, but did not run in this build'
assert !runs[0].contains(notRun) && runs[0].contains('1,000 requests')
assert runs[1].contains('BUILD SUCCESS')
assert runs[1].contains("[WARNING] ${notRun}: an earlier goal of the module failed, and --fail-never lets the build pass. The reports of an earlier run were removed.")
assert !runs[2].contains(notRun)
assert runs[3].contains('[WARNING] sre:check did not run, because sre.skip is set')
assert !runs[3].contains(notRun)
assert !runs[4].contains(notRun)
assert runs[5].contains('BUILD FAILURE') && !runs[5].contains(notRun)
// The last check was skipped: no report may look like its result.
assert !new File(basedir, 'target/sre/sre-report.json').exists()
