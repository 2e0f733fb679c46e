import io.github.sre4j.examples.standin.NerdGraphEmulator
import io.github.sre4j.examples.standin.StandinOptions

def rows = (0..<1200).collect {
    [timestamp: 1795334400000L + 60000 + it * 2900L, name: 'WebTransaction/SpringController/orders (GET)', duration: it % 4 == 0 ? 1.5d : 0.05d,
     error: false, appName: 'orders', entityGuid: 'N3xBUE18QVBQTElDQVRJT058MQ']
}
def standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7).withApiKey('NRAK-CANARY00000000000000000000'))
standin.add('Transaction', rows)
// Metrics tell how many requests there really were.
standin.add('Metric', [[timestamp: 1795334400000L + 1800000, metricName: 'apm.service.transaction.duration',
    'apm.service.transaction.duration': [count: 1200, total: 495.0d, min: 0.05d, max: 1.5d],
    transactionName: 'WebTransaction/SpringController/orders (GET)', appName: 'orders', 'entity.guid': 'N3xBUE18QVBQTElDQVRJT058MQ']])
context.put('standin', standin)
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/maven.config').text = "-Dsre.nerdgraphUrl=${standin.url()}\n"
return true
