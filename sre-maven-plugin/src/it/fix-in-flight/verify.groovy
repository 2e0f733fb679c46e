def log = new File(basedir, "build.log").text.replaceAll(/\n\[[A-Z]+\] {5}/, ' ')
def runs = log.split(/Building fix-in-flight 1/).toList().drop(1)
assert runs.size() == 12
assert runs[0].contains('RATCHET: this build fails; one new miss, none worse than known; the first: export.')
assert runs[0].contains('lives in the source code was not found, so a change of it is not seen to be its fix; a build that carries one passes with -Dsre.override="why"')
assert runs[1] =~ /RATCHET: this build passes; .* would fail the build, but its fix is in flight\./
assert runs[1] =~ /a fix is in flight \(commit 0123456789\); when it was deployed is not known, so its deadline alone ends it, .*; sre.fix.deployed would tell/
assert runs[2].contains('修正の反映待ち')
assert runs[3].contains('stays as it is')
assert runs[4].contains('the fix of commit 0123456789 is deployed, and there was enough traffic since then to see that it changes nothing; it counts no longer')
assert runs[5] =~ /the fix of commit 0123456789 was in flight until .* and counts no longer/
assert runs[6].contains("sre-baseline.json:3: the fix of 'WebTransaction/Custom/export' has no attempt number from 1")
assert runs[7].contains("sre.baseBranch: '--output=x' is no branch")
assert runs[8].contains("sre.fix.deployed: 'yesterday' is no instant; write it like 2026-11-22T09:00:00Z")
assert runs[9].contains("sre.fix.days: a fix may be in flight for 1 to 90 days, not 91")
assert runs[10].contains('it changes nothing; it counts no longer')
assert runs[10].contains('The fixes in flight are not kept for the next build:')
// A check writes nothing but its output, so that it works where the workspace is read-only.
def git = new ProcessBuilder('git', 'status', '--porcelain').directory(basedir).redirectErrorStream(true).start()
assert git.inputStream.text == ''
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/sre/sre-fixes-fix-in-flight.json'))
assert report.findAll { it instanceof Map && it.fix }.size() == 1
assert runs[11] =~ /RATCHET: this build passes; .* would fail the build, but its fix is in flight\./
assert !runs[11].contains('was not found')
def handled = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/sre/sre-report.json'), 'UTF-8').endpoints.find { it.label == 'GET /exports/{kind}' }
assert handled.code.file.endsWith('src/main/java/shop/Exports.java') && handled.code.line == 13 && handled.code.method == 'export'
assert !log.contains("NullPointerException")
