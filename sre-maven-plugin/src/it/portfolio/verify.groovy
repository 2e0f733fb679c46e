context.get('standin').close()
def log = new File(basedir, "build.log").text
def runs = log.split(/Building portfolio 1/).toList().drop(1)
assert runs.size() == 6
assert runs[1].contains('1 of 2 endpoints meet the standard; 0 of 1 products have no violations.')
assert runs[1].contains('portfolio  1 of 2 endpoints violate the standard')
assert runs[1].contains('billing: expected, but has no report')
assert runs[1] =~ /reports.broken.sre-report\.json: report cannot be read: '.*' is not JSON: line 1/
assert !runs[1].contains('legacy-batch')
def csv = new File(basedir, 'target/sre/sre-portfolio.csv').getText('UTF-8').readLines()
assert csv.size() == 4
assert csv[1].startsWith('portfolio,stale,') || csv[1].startsWith('portfolio,checked,')
def page = new File(basedir, 'target/sre/sre-portfolio.html').getText('UTF-8')
assert page.contains('portfolio') && page.contains('billing')
def published = new File(basedir, 'target/published/sre-portfolio.html').getText('UTF-8')
assert published.contains('4 件減少') && published.contains('legacy-batch')
assert runs[2].contains('legacy-batch：テレメトリーを送信しているが、チェックされていません')
assert !published.contains('orders-prod')
assert runs[3].contains("sre.portfolio.reports: file or directory 'nowhere' not found")
assert runs[4].contains("No check results configured. Set sre.portfolio.reports")
assert runs[5].contains("no sre-report.json in 'src'")
assert !log.contains('NRAK-CANARY') && !log.contains('NullPointerException')
