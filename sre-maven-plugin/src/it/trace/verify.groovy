def log = new File(basedir, "build.log").text.replaceAll(/\n\[INFO\] {3}(?=[^ ])/, ' ')
assert log.contains('GET /orders') || log.contains('orders (GET)')
assert log.contains('30')
assert log.contains('select * from items where id = ?')
assert !log.contains('jane.doe')
['json', 'md', 'html'].each {
    def text = new File(basedir, 'target/sre/sre-trace.' + it).text
    assert text.contains('items')
    assert !text.contains('jane.doe')
}
assert new File(basedir, 'target/sre/sre-traces.ndjson').readLines().size() == 1
assert log.contains('there is no trace id in what was given: one is 32 hexadecimal digits')
assert log.contains('there is nothing of the request ffffffffffffffffffffffffffffffff')
assert !log.contains("NullPointerException")
