// The choice between the colours of the system, light ones and dark ones. It runs in the head, so that a page is never shown in
// other colours first. Without it there is nothing to choose, and a page has the colours of the system.
(function () {
  'use strict';

  var key = 'yaodian-theme', root = document.documentElement, words = document.currentScript.dataset;
  var themes = [['system', words.system], ['light', words.light], ['dark', words.dark]];

  // A browser may refuse to keep anything: the choice is of this page then.
  function stored() {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }

  function store(theme) {
    try {
      if (theme === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch (refused) { /* of this page only */ }
  }

  function apply(theme) {
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
    else root.removeAttribute('data-theme');
  }

  function chosen() { return root.getAttribute('data-theme') || 'system'; }

  function makeSwitch() {
    var label = document.createElement('label');
    var name = document.createElement('span');
    var select = document.createElement('select');
    label.className = 'theme';
    name.textContent = words.label + ' ';
    themes.forEach(function (theme) { select.add(new Option(theme[1], theme[0])); });
    select.value = chosen();
    select.addEventListener('change', function () {
      store(select.value);
      apply(select.value);
    });
    // Other pages that are open follow.
    window.addEventListener('storage', function (event) {
      if (event.key !== key && event.key !== null) return;
      apply(stored());
      select.value = chosen();
    });
    label.append(name, select);
    var header = document.querySelector('.top-inner');
    if (header) header.appendChild(label);
  }

  apply(stored());
  document.addEventListener('DOMContentLoaded', makeSwitch);
})();
