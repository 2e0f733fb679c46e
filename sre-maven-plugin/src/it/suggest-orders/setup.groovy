// The sources and the telemetry of the example service, as they are in the repository.
def orders = new File(basedir, '../../../../sre-examples/orders').canonicalFile
def copy
copy = { File from, File to ->
    if (from.directory) {
        to.mkdirs()
        from.listFiles().each { copy(it, new File(to, it.name)) }
    } else {
        to.bytes = from.bytes
    }
}
copy(new File(orders, 'src/main'), new File(basedir, 'src/main'))
copy(new File(orders, 'src/events'), new File(basedir, 'src/events'))
copy(new File(orders, 'improved/events'), new File(basedir, 'improved/events'))
['sre.yaml', 'sre-standard.yaml', 'src/test/resources/answer-key.json'].each {
    copy(new File(orders, it), new File(basedir, new File(it).name))
}
return true
