def log = new File(basedir, 'build.log').text
def runs = log.split(/Building gate-not-run 1/).toList().drop(1)
assert runs.size() == 2
assert runs[0].contains('1,000 requests') && !runs[0].contains('did not run')
assert runs[1].contains('[WARNING] sre:check did not run, because sre.skip is set')
// No report may look like the result of a check that was skipped.
assert !new File(basedir, 'target/sre/sre-report.json').exists()
