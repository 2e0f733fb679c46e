def log = new File(basedir, "build.log").text
assert log.contains('orders-prod: default v')
assert log.contains('stock-prod: default v')
assert new File(basedir, "orders/target/sre/sre-report.json").isFile()
assert new File(basedir, "stock/target/sre/sre-report.json").isFile()
assert !new File(basedir, "api/target/sre").exists()
assert !new File(basedir, "target/sre").exists()
assert log.contains('No service in this module (no sre.yaml).')
assert !log.contains('not marked @threadSafe')
assert !log.contains('not marked as thread-safe')
assert log.count("of 1 endpoint meets the standard") == 2
assert !log.contains("NullPointerException")
