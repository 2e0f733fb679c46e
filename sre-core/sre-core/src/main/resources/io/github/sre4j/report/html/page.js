(() => {
  'use strict';
  const table = document.getElementById('t');
  if (!table) return;
  const rows = [...table.tBodies];
  const name = row => row.rows[0].cells[0].textContent;
  const order = new Intl.Collator(document.documentElement.lang, {numeric: true}).compare;

  // Sorting: numbers stand in data-k, in the order of the columns after the name.
  const keys = new Map(rows.map(row => [row, row.dataset.k.split(' ').map(Number)]));
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const before = head.getAttribute('aria-sort');
      // Names and verdicts begin with the first, numbers with the largest.
      const ascending = before ? before === 'descending' : column < 2;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      const compare = column === 0
        ? (a, b) => order(name(a), name(b))
        : (a, b) => keys.get(a)[column - 1] - keys.get(b)[column - 1] || order(name(a), name(b));
      table.append(...[...rows].sort(ascending ? compare : (a, b) => compare(b, a)));
    });
  });

  // What an endpoint is called, here and in telemetry.
  const names = new Map(rows.map(row => [row, (name(row) + ' ' + row.querySelector('code').textContent).toLowerCase()]));
  const text = document.getElementById('q');
  const verdict = document.getElementById('v');
  const shown = document.getElementById('shown');
  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const hidden = (verdict.value && row.className !== verdict.value)
        || (wanted && !names.get(row).includes(wanted));
      row.hidden = hidden;
      if (!hidden) count++;
    }
    shown.textContent = shown.dataset.text.replace('{0}', count).replace('{1}', rows.length);
  };
  const form = document.getElementById('filter');
  form.addEventListener('submit', event => event.preventDefault());
  text.addEventListener('input', filter);
  verdict.addEventListener('change', filter);
  form.hidden = false;

  // A link to an endpoint shows its evidence, also when the filter had hidden it.
  const follow = () => {
    const row = rows.find(each => '#' + each.id === location.hash);
    if (!row) return;
    if (row.hidden) {
      form.reset();
      filter();
    }
    row.querySelector('details').open = true;
    row.scrollIntoView();
  };
  window.addEventListener('hashchange', follow);
  follow();

  // Paper cannot be opened: what needs attention is printed with its evidence.
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = rows.filter(row => row.className !== 'met').map(row => row.querySelector('details')).filter(each => !each.open);
    for (const each of opened) each.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
})();
