// 20 endpoints that miss, as a team finds them on its first day; then one of them worse, one more, and one met.
def write = { name, slowOf ->
    new File(basedir, name).mkdirs()
    new File(basedir, name + '/Transaction.ndjson').withWriter { out ->
        (0..21).each { endpoint ->
            (0..<1200).each { i ->
                def slow = i % 100 < slowOf(endpoint)
                out.println(groovy.json.JsonOutput.toJson([
                    timestamp: 1795334400000L + 60000 + i * 2900L, name: "WebTransaction/SpringController/e${endpoint} (GET)".toString(),
                    duration: slow ? 1.5d + endpoint / 100d : 0.05d, error: false]))
            }
        }
    }
}
write('first', { endpoint -> endpoint < 20 ? 15 : 1 })
write('worse', { endpoint -> endpoint == 0 ? 25 : endpoint == 20 ? 15 : endpoint == 19 ? 0 : endpoint < 20 ? 15 : 1 })
write('better', { endpoint -> endpoint == 0 ? 10 : endpoint == 19 ? 0 : endpoint < 20 ? 15 : 1 })
new File(basedir, '.git').mkdirs()
return true
