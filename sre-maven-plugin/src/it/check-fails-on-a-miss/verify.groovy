def log = new File(basedir, "build.log").text
assert log.contains('GET /orders  25% slower than 1 s (limit 5%), p95 ')
assert log.contains('FAILED (enforce mode): 1 of 1 endpoint violates the standard. Full report: target/sre/sre-report.html')
assert log.contains('MojoFailureException')
assert !log.contains('Caused by')
// No terminal, no colours.
assert !log.contains('\u001B[1')
assert new File(basedir, "target/sre/sre-report.json").isFile()
assert new File(basedir, "target/sre/TEST-sre.xml").isFile()
assert new File(basedir, "target/sre/sre-report.md").isFile()
assert new File(basedir, "target/sre/sre-report.html").text.contains("Build fails")
assert new File(basedir, "target/sre/TEST-sre.xml").text.contains('failures="1"')
assert !log.contains("NullPointerException")
