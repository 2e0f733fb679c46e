def log = new File(basedir, "build.log").text
assert log.contains('6 endpoints are judged by latency (6,000 requests). The standard in force asks for 1 s.')
assert log =~ /1 s +0 +6 +0 .* % ◀/
assert log =~ /Suggested: [2-7]00 ms\. The curve bends there/
assert log.contains('ブラウザーからの根拠はありません')
assert log.contains('One report with 6 endpoints whose latency can be judged.')
assert log.contains("there is no sre-report.json in '")
assert new File(basedir, 'target/sre/sre-calibrate.html').text.contains('<svg')
assert !log.contains("NullPointerException")
