new File(basedir, 'events').mkdirs()
new File(basedir, 'events/Transaction.ndjson').withWriter { out ->
    (0..<3000).each { i ->
        ['pay/card', 'orders'].each { route ->
            out.println(groovy.json.JsonOutput.toJson([
                timestamp: 1795338000000L - 1000 - i * 200000L, name: "WebTransaction/SpringController/${route} (GET)".toString(),
                duration: 0.05d, error: false]))
        }
    }
}
return true
