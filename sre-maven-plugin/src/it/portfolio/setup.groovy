import groovy.json.JsonOutput
import io.github.sre4j.examples.standin.NerdGraphEmulator
import io.github.sre4j.examples.standin.StandinOptions

def events = new File(basedir, 'events')
events.mkdirs()
new File(events, 'Transaction.ndjson').withWriter('UTF-8') { out ->
    1200.times { i ->
        def slow = i % 4 == 0
        out << JsonOutput.toJson([timestamp: 1795334400000L + 60000 + i * 2900L, name: 'WebTransaction/SpringController/orders (GET)',
                                  duration: slow ? 1.5d : 0.05d, error: false]) << '\n'
        out << JsonOutput.toJson([timestamp: 1795334400000L + 60000 + i * 2900L, name: 'WebTransaction/SpringController/stock (GET)',
                                  duration: 0.05d, error: false]) << '\n'
    }
}
def broken = new File(basedir, 'reports/broken')
broken.mkdirs()
new File(broken, 'sre-report.json').text = '{'
def standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7).withApiKey('NRAK-CANARY00000000000000000000'))
def now = System.currentTimeMillis()
standin.add('SreCheck', (0..<5).collect {
    [timestamp: now - (it + 1) * 7L * 86400000L + 3600000L, service: 'orders', standard: 'acme 3', endpoints: 10, met: 9 - it, missed: 1 + it, undecided: 0,
     waived: 0, excessSecondsPerDay: 12.5d, passed: true, app: 'orders-prod']
})
standin.add('Transaction', ['orders-prod', 'legacy-batch'].withIndex().collect { name, i ->
    [timestamp: now - 60000L, name: 'WebTransaction/SpringController/x (GET)', duration: 0.1d, error: false, appName: name,
     entityGuid: ("7|APM|APPLICATION|" + i).bytes.encodeBase64().toString()]
})
context.put('standin', standin)
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/maven.config').text = "-Dsre.nerdgraphUrl=${standin.url()}\n"
return true
