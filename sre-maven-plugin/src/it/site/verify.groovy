def log = new File(basedir, 'build.log').text
// Doxia writes whatever is not ASCII as numbers.
def read = { String path ->
    new File(basedir, path).getText('UTF-8').replaceAll(/&#x([0-9a-f]+);/) { all, hex -> new String(Character.toChars(Integer.parseInt(hex, 16))) }
}
def runs = log.split(/Building site 1/).toList().drop(1)

// The last run had no telemetry: the site is built all the same, and its page says so.
def missing = read('stock/target/site/en/sre/index.html')
assert missing.contains('No report found. This page contains no results.')
assert missing.contains('nowhere')
// Said once, although the site has two languages.
assert log.split('No service level report: ').length == 2

// What both generations wrote before, in both languages.
def orders = read('orders/target/site/ja/sre/index.html')
assert orders.contains('orders のサービスレベル')
assert orders.contains('未達（超過待ち時間の長い順）')
assert orders.contains('GET /orders/&lt;b&gt;{id}&lt;/b&gt;')
assert !orders.contains('<b>{id}')
assert read('orders/target/site/ja/sre/sre-report.html').contains('<html lang=ja') || read('orders/target/site/ja/sre/sre-report.html').contains('lang="ja"')
assert read('orders/target/site/ja/project-reports.html').contains('サービスレベル')
assert read('orders/target/sre/sre-report.html').contains('orders')
def all = read('reports/target/site/ja/sre/all.html')
assert all.contains('全モジュールのサービスレベル') && all.contains('stock') && all.contains('エンドポイント 2 件中 1 件が基準を達成')
assert read('reports/target/site/ja/sre/sre-portfolio.html').contains('orders')
assert read('reports/target/sre/sre-portfolio.html').contains('orders')
assert !log.contains('NullPointerException')
