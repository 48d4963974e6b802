// Comfort for tables marked "sortable": sorting by a column, filtering by the name of a unit. Without it they are
// complete as they are.
(function () {
  'use strict';

  // What it says: attributes of its element, with {places}.
  var says = document.currentScript.dataset;

  // What a cell sorts by: its figure, or its text. Words such as 待定 and blanks are null and always stand last.
  function key(row, column) {
    var cell = row.cells[column];
    if (!cell) return null;
    if (!cell.hasAttribute('data-value')) {
      var text = cell.textContent.trim();
      return text !== '' && !isNaN(text) ? Number(text) : text;
    }
    var value = cell.getAttribute('data-value');
    return value === '' || isNaN(value) ? null : Number(value);
  }

  function compare(a, b) {
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
  }

  function sortRows(table, column, descending) {
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var rows = Array.prototype.slice.call(body.rows);
      var fixed = rows.filter(function (row) { return row.classList.contains('group-row'); });
      var moving = rows.filter(function (row) { return !row.classList.contains('group-row'); });
      var order = moving.map(function (row, index) { return { row: row, key: key(row, column), index: index }; });
      order.sort(function (a, b) {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.index - b.index;
        return (descending ? compare(b.key, a.key) : compare(a.key, b.key)) || a.index - b.index;
      });
      fixed.concat(order.map(function (item) { return item.row; })).forEach(function (row) { body.appendChild(row); });
    });
  }

  // The column of the body below a header cell, with spans counted.
  function columnOf(header) {
    var table = header.closest('table');
    var taken = [];
    for (var r = 0; r < table.tHead.rows.length; r++) {
      taken[r] = taken[r] || [];
      var at = 0;
      for (var c = 0; c < table.tHead.rows[r].cells.length; c++) {
        var cell = table.tHead.rows[r].cells[c];
        while (taken[r][at]) at++;
        if (cell === header) return at;
        for (var down = 0; down < cell.rowSpan; down++) {
          taken[r + down] = taken[r + down] || [];
          for (var across = 0; across < cell.colSpan; across++) taken[r + down][at + across] = true;
        }
      }
    }
    return -1;
  }

  function makeSortable(table) {
    var headers = Array.prototype.slice.call(table.tHead.querySelectorAll('th[scope=col]:not(.origin)'));
    headers.forEach(function (header) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.setAttribute('aria-label', says.sort.split('{column}').join(header.textContent.trim()));
      header.appendChild(button);
      button.addEventListener('click', function () {
        var descending = header.getAttribute('aria-sort') ? header.getAttribute('aria-sort') !== 'descending'
                                                          : header.classList.contains('num') && !header.classList.contains('serial');
        headers.forEach(function (other) { other.removeAttribute('aria-sort'); });
        header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        sortRows(table, columnOf(header), descending);
      });
    });
  }

  function filterRows(table, words, status) {
    var shown = 0, all = 0;
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var found = 0;
      Array.prototype.forEach.call(body.rows, function (row) {
        if (row.classList.contains('group-row')) return;
        var name = row.querySelector('th').textContent;
        var matches = words.every(function (word) { return name.indexOf(word) >= 0; });
        row.hidden = !matches;
        all++;
        if (matches) found++;
      });
      body.hidden = found === 0 && body.querySelector('.group-row') !== null;
      shown += found;
    });
    status.textContent = words.length === 0 ? '' : says.shown.replace('{shown}', shown).replace('{all}', all);
  }

  function makeFilterable(table) {
    var box = document.createElement('p');
    var label = document.createElement('label');
    var input = document.createElement('input');
    var status = document.createElement('span');
    box.className = 'filter';
    label.textContent = says.filter;
    input.type = 'search';
    input.setAttribute('autocomplete', 'off');
    status.setAttribute('role', 'status');
    status.setAttribute('aria-live', 'polite');
    label.appendChild(input);
    box.appendChild(label);
    box.appendChild(status);
    input.addEventListener('input', function () {
      filterRows(table, input.value.trim().split(/\s+/).filter(Boolean), status);
    });
    var frame = table.closest('.scroll');
    frame.parentNode.insertBefore(box, frame);
  }

  Array.prototype.forEach.call(document.querySelectorAll('table.sortable'), function (table) {
    makeSortable(table);
    if (table.rows.length > 12) makeFilterable(table);
  });
})();
