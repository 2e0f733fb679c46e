new File(basedir, 'Transaction.ndjson').withWriter { out ->
    1000.times { out << """{"name":"WebTransaction/SpringController/orders (GET)","timestamp":${1795334300000L - it * 60000L},"duration":0.05,"error":false}\n""" }
}
