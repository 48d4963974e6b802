// The link to the search page gets a field beside it. Without a script, and where there is no room, the link alone is enough.
(function () {
  'use strict';
  var link = document.querySelector('.search-link:not([aria-current])');
  if (!link) return;
  var page = link.href.split('#')[0], field = document.createElement('input');
  field.type = 'search';
  field.className = 'search-field';
  field.setAttribute('aria-label', link.getAttribute('data-field'));
  field.setAttribute('autocomplete', 'off');
  field.addEventListener('input', function () {
    link.href = field.value.trim() ? page + '?q=' + encodeURIComponent(field.value.trim()) : page + '#search-words';
  });
  field.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && !event.isComposing) link.click();
  });
  link.parentNode.insertBefore(field, link);
})();
