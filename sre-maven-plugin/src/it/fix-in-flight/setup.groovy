import java.time.*
def run = { String... command ->
    def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
    ['COMMITTER', 'AUTHOR'].each {
        builder.environment().put("GIT_${it}_DATE".toString(), '2026-01-01T00:00:00Z')
        builder.environment().put("GIT_${it}_NAME".toString(), 'it')
        builder.environment().put("GIT_${it}_EMAIL".toString(), 'it@example.org')
    }
    def process = builder.start()
    process.inputStream.text
    assert process.waitFor() == 0
}
def now = Instant.now()
['events': 'Custom/export', 'handled': 'SpringController/exports/{kind} (GET)'].each { folder, name ->
    new File(basedir, folder).mkdirs()
    new File(basedir, folder + '/Transaction.ndjson').withWriter { out ->
        (0..<4000).each { i ->
            out.println(groovy.json.JsonOutput.toJson([timestamp: now.toEpochMilli() - 1000 - i * 20000L,
                name: 'WebTransaction/' + name, duration: i % 100 < 15 ? 1.5d : 0.05d, error: false]))
        }
    }
}
def handler = new File(basedir, 'src/main/java/shop/Exports.java')
handler.parentFile.mkdirs()
handler.text = '''package shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/exports")
class Exports {

    @GetMapping("/{kind}")
    String export(@PathVariable String kind) {
        return kind + " row by row";
    }
}
'''
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('DEPLOYED', now.minus(Duration.ofHours(6)).toString())
// The baseline knows no miss; in another version of it somebody has recorded a fix, yesterday.
def today = LocalDate.ofInstant(now, ZoneOffset.UTC)
def about = '["Known misses of the standard. Written by mvn sre:baseline, which only ever tightens it."\n,{"schemaVersion":1,"standard":"default","version":"1"}\n'
def fix = { attempt -> ',{"endpoint":"WebTransaction/Custom/export","sli":"latency","thresholdMs":1000,"objective":0.95,"bad":1500,"total":10000,"since":"' +
    today.minusDays(1) + '","until":"' + today.plusDays(13) + '","fix":"0123456789abcdef0123456789abcdef01234567","attempt":' + attempt + '}\n' }
['new': '', 'recorded': fix(1), 'broken': fix(0)].each { name, entries ->
    new File(basedir, name).mkdirs()
    new File(basedir, name + '/sre-baseline.json').text = about + entries + ']\n'
}
new File(basedir, '.gitignore').text = 'target\nbuild.log\n'
run('git', 'init', '--quiet', '--initial-branch=main')
run('git', 'add', '--all')
run('git', 'commit', '--quiet', '--message', 'first')
// Somebody mends the handler on a branch: no other build here is about that endpoint.
run('git', 'checkout', '--quiet', '-b', 'faster')
handler.text = handler.text.replace('row by row', 'at once')
run('git', 'commit', '--quiet', '--all', '--message', 'export at once')
return true
