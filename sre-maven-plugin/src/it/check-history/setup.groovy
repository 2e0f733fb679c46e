// Ten weeks of checks: five more endpoints missed at first.
new File(basedir, 'history.ndjson').withWriter { out ->
    (10..1).each { week ->
        out.println(groovy.json.JsonOutput.toJson([eventType: 'SreCheck', timestamp: System.currentTimeMillis() - week * 7L * 86400000L,
            service: 'check-history', standard: 'default 1', endpoints: 7, met: 1, missed: 1 + week.intdiv(2), undecided: 0, waived: 0,
            excessSecondsPerDay: 100.0 * week, passed: true]))
    }
}
return true
