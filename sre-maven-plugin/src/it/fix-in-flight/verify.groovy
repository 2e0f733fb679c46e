def log = new File(basedir, "build.log").text.replaceAll(/\n\[[A-Z]+\] {5}/, ' ')
def runs = log.split(/Building fix-in-flight 1/).toList().drop(1)
assert runs.size() == 12
assert runs[0].contains('FAILED (ratchet mode): 1 new violation, no regressions; top: export')
assert runs[0].contains('location in the source code not found; for a build with the fix, set -Dsre.override="reason"')
assert runs[1] =~ /PASSED \(ratchet mode\): .* would fail the build, but has a pending fix/
assert runs[1] =~ /pending fix, commit 0123456789; deployment time unknown, so it ends on .* \(set sre.fix.deployed\)/
assert runs[2].contains('デプロイ待ちの修正')
assert runs[3].contains('is unchanged')
assert runs[4].contains('the fix in commit 0123456789 is deployed without measurable effect; this violation fails builds again')
assert runs[5] =~ /the pending fix in commit 0123456789 expired on .*; this violation fails builds again/
assert runs[6].contains("sre-baseline.json:3: the fix of 'WebTransaction/Custom/export' has no attempt number (1 or higher)")
assert runs[7].contains("sre.baseBranch: '--output=x' is no branch")
assert runs[8].contains("sre.fix.deployed: 'yesterday' is not an instant. Use UTC, for example 2026-11-22T09:00:00Z.")
assert runs[9].contains("sre.fix.days: a fix may be pending for 1 to 90 days, not 91")
assert runs[10].contains('without measurable effect; this violation fails builds again')
assert runs[10].contains('Cannot store pending fixes for the next build:')
// A check writes nothing but its output, so that it works where the workspace is read-only.
def git = new ProcessBuilder('git', 'status', '--porcelain').directory(basedir).redirectErrorStream(true).start()
assert git.inputStream.text == ''
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/sre/sre-fixes-fix-in-flight.json'))
assert report.findAll { it instanceof Map && it.fix }.size() == 1
assert runs[11] =~ /PASSED \(ratchet mode\): .* would fail the build, but has a pending fix/
assert !runs[11].contains('not found')
def handled = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/sre/sre-report.json'), 'UTF-8').endpoints.find { it.label == 'GET /exports/{kind}' }
assert handled.code.file.endsWith('src/main/java/shop/Exports.java') && handled.code.line == 13 && handled.code.method == 'export'
assert !log.contains("NullPointerException")
