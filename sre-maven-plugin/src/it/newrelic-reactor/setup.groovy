import io.github.sre4j.examples.standin.NerdGraphEmulator
import io.github.sre4j.examples.standin.StandinOptions

// The window ends when the build begins, so the events are of today.
def now = System.currentTimeMillis()
def rows = (0..<1200).collect {
    [timestamp: now - 3600000L - it * 2900L, name: 'WebTransaction/SpringController/orders (GET)', duration: 0.05d,
     error: false, appName: 'orders', entityGuid: 'N3xBUE18QVBQTElDQVRJT058MQ']
}
def standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withAccount(7).withApiKey('NRAK-CANARY00000000000000000000'))
standin.add('Transaction', rows)
context.put('standin', standin)
// Takes connections and says nothing.
def silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())
context.put('silent', silent)
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('STANDIN', standin.url().toString()).replace('SILENT', "http://127.0.0.1:${silent.localPort}/graphql")
return true
