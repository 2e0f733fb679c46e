context.get('standin').close()
def log = new File(basedir, "build.log").text
assert log.contains('1,200 requests from New Relic (orders)')
assert log.contains("the password of server 'broken' in settings.xml cannot be decrypted. Check settings-security.xml or encrypt it again")
assert log.contains("or server 'absent' of settings.xml")
assert !log.contains('NRAK-CANARY')
assert !log.contains('NullPointerException')
