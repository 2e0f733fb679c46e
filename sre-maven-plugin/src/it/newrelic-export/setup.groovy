import io.github.sre4j.examples.standin.NerdGraphEmulator
import io.github.sre4j.examples.standin.StandinOptions

def guid = 'N3xBUE18QVBQTElDQVRJT058MQ'
def rows = (0..<12000).collect {
    [timestamp: 1795334400000L + 60000 + it * 290L, name: "WebTransaction/SpringController/orders${it % 5} (GET)".toString(),
     duration: it % 4 == 0 && it % 5 < 2 ? 1.5d : 0.05d, error: it % 5 == 2 && it % 3 == 0, appName: 'orders', entityGuid: guid,
     'request.uri': "/orders?customer=CANARY${it}".toString(), 'request.headers.userAgent': 'CANARY/1.0']
}
def standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7).withApiKey('NRAK-CANARY00000000000000000000'))
standin.add('Transaction', rows)
standin.add('Log', [[timestamp: 1795334500000L, message: 'mail to CANARY@mail.example', 'entity.guid': guid, 'entity.name': 'orders']])
context.put('standin', standin)
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/maven.config').text = "-Dsre.nerdgraphUrl=${standin.url()}\n"
return true
