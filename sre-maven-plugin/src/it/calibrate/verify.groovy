def log = new File(basedir, "build.log").text
assert log.contains('6 endpoints are judged by latency (6,000 requests). The standard in force asks for 1 s.')
assert log =~ /1 s +0 +6 +0 .* % ◀/
assert log =~ /Suggested: [2-7]00 ms\. The curve bends there/
assert log.contains('ブラウザーからの根拠：2 s から離脱が増え始めます')
assert log.contains('One report with 6 endpoints whose latency can be judged.')
assert log =~ /1 s +0 +0 +.* s +.* s – .* s +.* % ◀/
assert log =~ /within 3 s +589 +40 % +36 % – 44 %/
assert log.contains('Evidence from browsers: leaving begins to rise at 2 s. Of visits whose first page took 2 s to 3 s, 40 % ended with it; of all faster ones, 20 %.')
assert log.contains('No evidence from browsers: one page view was read, but no session is named, so nobody knows which of them ended a visit.')
assert log.contains("there is no sre-report.json in '")
assert new File(basedir, 'target/sre/sre-calibrate.html').text.contains('<svg')
assert !log.contains("NullPointerException")
