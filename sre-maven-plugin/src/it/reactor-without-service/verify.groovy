def log = new File(basedir, "build.log").text
assert log.contains('nothing says which service to check; create')
assert !log.contains("NullPointerException")
