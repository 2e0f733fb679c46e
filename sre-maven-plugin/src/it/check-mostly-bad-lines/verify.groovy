def log = new File(basedir, "build.log").text
assert log.contains('10 lines could not be used against 3 that could, so the check would rest on a remainder; the first: Transaction.ndjson:4: there is no duration, or it is not a number')
assert !log.contains("NullPointerException")
