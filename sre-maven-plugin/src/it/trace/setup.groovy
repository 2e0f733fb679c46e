def at = 1795334400000L
def trace = '9f932067b7c8dc3bad75b8bb1f778efb'
def json = { groovy.json.JsonOutput.toJson(it) }
new File(basedir, 'events').mkdirs()
new File(basedir, 'events/Span.ndjson').withWriter { out ->
    out.println(json([traceId: trace, guid: 'a0', transactionId: 'dbae13014269699c', 'nr.entryPoint': true, timestamp: at, duration: 0.9,
        name: 'WebTransaction/SpringController/orders (GET)', category: 'generic', appName: 'orders', 'error.class': 'java.lang.IllegalStateException',
        'error.message': 'no stock for jane.doe@acme.example']))
    (1..30).each { i ->
        out.println(json([traceId: trace, guid: 'b' + i, parentId: 'a0', transactionId: 'dbae13014269699c', timestamp: at + 10 + i * 25, duration: 0.02,
            name: 'Datastore/statement/Postgres/items/select', category: 'datastore', 'db.statement': 'select * from items where id = ' + i, appName: 'orders']))
    }
}
new File(basedir, 'events/Transaction.ndjson').text = json([guid: 'dbae13014269699c', traceId: trace, timestamp: at, duration: 0.9,
    name: 'WebTransaction/SpringController/orders (GET)', appName: 'orders', error: true]) + '\n'
new File(basedir, 'events/Log.ndjson').text = json(['trace.id': trace, 'span.id': 'a0', timestamp: at + 850, level: 'ERROR', 'entity.name': 'orders',
    'logger.name': 'acme.orders.OrderController', message: 'no stock for customer', 'error.class': 'java.lang.IllegalStateException',
    'error.stack': 'java.lang.IllegalStateException: no stock\n\tat acme.orders.OrderController.orders(OrderController.java:25)']) + '\n'
// An hour of requests, and two minutes in which the stock service fails.
new File(basedir, 'period').mkdirs()
new File(basedir, 'period/Span.ndjson').withWriter { out ->
    (1..100).each { n ->
        def bad = n > 80
        def start = bad ? 1795341720000L + (n - 80) * 5000 : 1795338000000L + n * 40000
        def id = String.format('%032x', 1000 + n)
        out.println(json([traceId: id, guid: 'a' + n, 'nr.entryPoint': true, timestamp: start, duration: 0.1, name: 'WebTransaction/SpringController/cart (GET)', appName: 'cart']))
        out.println(json([traceId: id, guid: 'b' + n, parentId: 'a' + n, timestamp: start + 10, duration: 0.05, name: 'External/stock/ok/GET', category: 'http', 'span.kind': 'client', 'http.url': 'http://stock/items', appName: 'cart']))
        def stock = [traceId: id, guid: 'c' + n, parentId: 'b' + n, 'nr.entryPoint': true, timestamp: start + 15, duration: 0.04, name: 'WebTransaction/SpringController/items (GET)', appName: 'stock']
        out.println(json(bad ? stock + ['error.class': 'java.lang.IllegalStateException', 'error.message': 'no shelf'] : stock))
    }
}
// Requests of one endpoint: some ask row by row, and those are the slow ones.
new File(basedir, 'many').mkdirs()
new File(basedir, 'many/Span.ndjson').withWriter { out ->
    (1..60).each { n ->
        def id = String.format('%032x', n)
        def rows = n % 2 == 0 ? 40 : 2
        out.println(json([traceId: id, guid: 'a' + n, 'nr.entryPoint': true, timestamp: at, duration: 0.01 + rows * 0.01 + n / 100000.0,
            name: 'WebTransaction/SpringController/orders (GET)', category: 'generic', appName: 'orders']))
        (1..rows).each { i ->
            out.println(json([traceId: id, guid: 'b' + n + '-' + i, parentId: 'a' + n, timestamp: at - 5 + i * 10, duration: 0.01,
                name: 'Datastore/statement/Postgres/items/select', category: 'datastore', 'db.statement': 'select * from items where id = ' + i, appName: 'orders']))
        }
    }
}
return true
