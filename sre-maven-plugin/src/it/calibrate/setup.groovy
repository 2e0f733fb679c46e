def random = new Random(7)
new File(basedir, 'events').mkdirs()
new File(basedir, 'events/Transaction.ndjson').withWriter { out ->
    (0..5).each { endpoint ->
        (0..<1000).each { i ->
            out.println(groovy.json.JsonOutput.toJson([timestamp: 1795334400000L + 60000 + i * 3400L,
                name: "WebTransaction/SpringController/e${endpoint} (GET)".toString(), duration: 0.18d * Math.exp(0.6d * random.nextGaussian()), error: false]))
        }
    }
}
return true
