def log = new File(basedir, "build.log").text
assert log.contains('No service configured. Create')
assert !log.contains("NullPointerException")
