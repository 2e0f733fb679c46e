def log = new File(basedir, "build.log").text
assert log.contains('too many invalid lines (10 invalid, 3 valid); first: Transaction.ndjson:4: there is no duration, or it is not a number')
assert !log.contains("NullPointerException")
