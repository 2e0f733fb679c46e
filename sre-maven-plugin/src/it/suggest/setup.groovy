def events = new File(basedir, 'events')
events.mkdirs()
def name = 'WebTransaction/SpringController/orders (GET)'
def at = 1795334400000L
def transactions = new StringBuilder()
def spans = new StringBuilder()
(0..<400).each { i ->
    def slow = i % 5 == 0
    transactions << """{"name":"${name}","guid":"t${i}","timestamp":${at + i * 1000},"duration":${slow ? 2.1 : 0.1},"databaseDuration":${slow ? 2.0 : 0.01},"error":false,"appName":"shop"}\n"""
    if (slow) {
        spans << """{"traceId":"trace${i}","guid":"r${i}","transactionId":"t${i}","nr.entryPoint":true,"transaction.name":"${name}","name":"Servlet/orders","timestamp":${at + i * 1000},"duration":2.1,"appName":"shop"}\n"""
        (0..<40).each { j ->
            spans << """{"traceId":"trace${i}","guid":"q${i}-${j}","parentId":"r${i}","transactionId":"t${i}","name":"Datastore/statement/Postgres/items/select","category":"datastore","db.collection":"items","db.operation":"select","db.statement":"select i.id from items i where i.order_id = ?","timestamp":${at + i * 1000 + 20 + j * 50},"duration":0.05,"appName":"shop"}\n"""
        }
    }
}
new File(events, 'Transaction.ndjson').text = transactions.toString()
new File(events, 'Span.ndjson').text = spans.toString()
return true
