def log = new File(basedir, "build.log").text
assert log.contains('6 endpoints are checked for latency (6,000 requests). Current standard: 1 s.')
assert log =~ /1 s +0 +6 +0 .*% ◀/
assert log =~ /Recommended threshold: [2-7]00 ms \(knee of the curve\)/
assert log.contains('ブラウザーの根拠：離脱率は 2 s から増加します')
assert log.contains('1 report with 6 endpoints that are checked for latency.')
assert log =~ /1 s +0 +0 +.* s +.* s – .* s +.*% ◀/
assert log =~ /within 3 s +589 +40% +36% – 44%/
assert log.contains('Browser evidence: the exit rate increases at 2 s. Of visits with a first page of 2 s to 3 s, 40% ended with it; of all faster visits, 20%.')
assert log.contains('No browser evidence: 1 page view has no session id, so visits cannot be distinguished.')
assert log.contains("no sre-report.json in '")
assert new File(basedir, 'target/sre/sre-calibrate.html').text.contains('<svg')
assert !log.contains("NullPointerException")
