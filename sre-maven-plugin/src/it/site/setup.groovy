import groovy.json.JsonOutput

[orders: 4, stock: 0].each { module, every ->
    def events = new File(basedir, "$module/events")
    events.mkdirs()
    new File(events, 'Transaction.ndjson').withWriter('UTF-8') { out ->
        1200.times { i ->
            out << JsonOutput.toJson([timestamp: 1795334400000L + 60000 + i * 2900L,
                                      name: "WebTransaction/SpringController/$module/<b>{id}</b> (GET)".toString(),
                                      duration: every && i % every == 0 ? 1.5d : 0.05d, error: false]) << '\n'
        }
    }
}
return true
