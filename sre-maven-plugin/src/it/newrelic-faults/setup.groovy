import com.sun.net.httpserver.HttpHandler
import com.sun.net.httpserver.HttpServer

def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
def answer = { String path, int status, Closure<String> body ->
    server.createContext('/' + path, { exchange ->
        exchange.requestBody.readAllBytes()
        def key = exchange.requestHeaders.getFirst('API-Key')
        if (status == 302) {
            exchange.responseHeaders.set('Location', "/login?key=${key}")
        }
        def bytes = body(key).getBytes('UTF-8')
        exchange.sendResponseHeaders(status, bytes.length)
        exchange.responseBody.write(bytes)
        exchange.close()
    } as HttpHandler)
}
answer('refused', 401) { "{\"error\":{\"title\":\"The API key ${it} is invalid\"}}" }
answer('page', 200) { "<html>Log in, ${it}</html>" }
answer('redirect', 302) { "Go away, ${it}" }
answer('error', 200) { "{\"errors\":[{\"message\":\"cannot do that for ${it} now\"}]}" }
answer('query', 200) { "{\"errors\":[{\"message\":\"NRQL Syntax Error for ${it}\",\"path\":[\"actor\",0]}]}" }
answer('down', 503) { "<html>Down, ${it}</html>" }
server.start()
context.put('server', server)
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('PORT', server.address.port.toString())
return true
