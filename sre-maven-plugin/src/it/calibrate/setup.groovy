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
// Visits: with a first page of more than two seconds twice as many end there.
new File(basedir, 'events/PageView.ndjson').withWriter { out ->
    (0..<3000).each { i ->
        def landing = [0.4d, 0.9d, 1.8d, 2.6d, 4.0d][i % 5]
        def pages = i.intdiv(5) % 10 < (landing > 2 ? 4 : 2) ? 1 : 2
        (0..<pages).each { page ->
            out.println(groovy.json.JsonOutput.toJson([timestamp: 1795252000000L + i * 25000L + page * 4000L, session: "s${i}".toString(), duration: landing]))
        }
    }
}
new File(basedir, 'nameless').mkdirs()
new File(basedir, 'nameless/Transaction.ndjson').text = new File(basedir, 'events/Transaction.ndjson').text
new File(basedir, 'nameless/PageView.ndjson').text = '{"timestamp":1795336000000,"duration":1.5}\n'
return true
