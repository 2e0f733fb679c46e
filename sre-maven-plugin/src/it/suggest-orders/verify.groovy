// Holds what was suggested against the answer key: each problem found, on its line, ranked by effect; the harmless ones called harmless.
def read = { new groovy.json.JsonSlurper().parse(new File(basedir, it), 'UTF-8') }
def report = read('target/before/sre-report.json')
def after = read('target/after/sre-report.json')
def key = read('answer-key.json')
def wrong = []
// Paths in a report are those from the root of the repository.
def within = { expected, place -> place.file.endsWith(expected.file) && place.line >= expected.line && place.line <= (expected.lastLine ?: expected.line) }
def right = { problem -> [problem] + (problem.changedAt ?: []) }
def of = { problem -> report.candidates.findAll { it.endpoint == problem.endpoint } }

key.problems.findAll { it.material }.each { problem ->
    def found = of(problem).find { it.cause.kind == problem.kind }
    if (!found) {
        wrong << "$problem.id: no $problem.kind, but ${of(problem)*.cause*.kind}"
    } else if (!found.code || !right(problem).any { within(it, found.code) }) {
        wrong << "$problem.id: not at $problem.file:$problem.line, but ${found.places.collect { it.file + ':' + it.line }}"
    } else if (!found.places.any { within(problem, it) } && !found.cause.evidence.any { it.contains(problem.file + ':' + problem.line) }) {
        wrong << "$problem.id: $problem.file:$problem.line is named nowhere"
    }
    if (found && problem.thirdParty && found.but != 'third-party') {
        wrong << "$problem.id: not said to be a third party's time"
    }
    if (found && problem.independent == true && found.remedy != 'concurrent-calls') {
        wrong << "$problem.id: not to be made concurrent, but $found.remedy"
    }
    if (found && problem.errorClass && !found.cause.evidence.join(' ').contains(problem.errorClass.tokenize('.').last())) {
        wrong << "$problem.id: $problem.errorClass is not in ${found.cause.evidence}"
    }
}
key.problems.findAll { it.independent == false }.each { problem ->
    if (of(problem).any { it.remedy == 'concurrent-calls' }) {
        wrong << "$problem.id: its calls need each other, yet it is to make them concurrent"
    }
}
def harmless = report.improvement.harmless*.endpoint
key.problems.findAll { !it.material && it.kind == 'n-plus-one-queries' }.each { problem ->
    if (of(problem) || !harmless.contains(problem.endpoint)) {
        wrong << "$problem.id: not called harmless"
    }
}
key.healthy.each { endpoint ->
    if (report.candidates.any { it.endpoint == endpoint }) {
        wrong << "$endpoint: has nothing to be found"
    }
}
// Each endpoint has its place, with a candidate or without.
def nowhere = report.endpoints.findAll { !it.code }*.name
if (nowhere || !report.endpoints) {
    wrong << "not found in the source: $nowhere"
}
def scores = report.candidates*.score
if (scores != scores.sort(false).reverse()) {
    wrong << "not ranked by score: $scores"
}
def first = report.candidates.take(3)*.endpoint
def fixed = key.problems.findAll { it.fixedBy }*.endpoint
if (first as Set != fixed as Set) {
    wrong << "the first three are not the three that can be fixed and give back most: $first"
}

// Three of the proposals were taken. Both captures are of the same requests, in windows of the same length.
[['before', 'after'], ['before-stricter', 'after-stricter']].each { pair ->
    def (then, now) = pair.collect { read("target/$it/sre-report.json") }
    fixed.each { endpoint ->
        def perDay = { from ->
            def days = from.observed.seconds / 86400.0
            from.endpoints.find { it.name == endpoint }.excessSeconds / days
        }
        def kind = key.problems.find { it.endpoint == endpoint }.kind
        def predicted = then.candidates.find { it.endpoint == endpoint && it.cause.kind == kind }.effect.secondsPerDay
        def observed = perDay(then) - perDay(now)
        println "${pair[0]}: $endpoint: predicted ${Math.round(predicted)} s a day, observed ${Math.round(observed)}, left ${Math.round(perDay(now))}"
        if (Math.abs(observed - predicted) > 0.1 * predicted) {
            wrong << "${pair[0]}: $endpoint: $predicted s a day were predicted, $observed observed"
        }
    }
}
fixed.each { endpoint ->
    if (after.endpoints.find { it.name == endpoint }.slis.any { it.kind == 'latency' && it.verdict == 'MISSED' }) {
        wrong << "$endpoint: still misses"
    }
}
assert wrong.isEmpty() : wrong.join('\n')
return true
