// The search page. The index is made with the site (generator/search/index.h): classic scripts that call yaodian.index(),
// .text() and .grams(), for a page that was opened from a folder may load nothing else.
(function () {
  'use strict';

  let AT_ONCE = 4, STEP = 20, SECTIONS = 3;
  let piece = name => document.getElementById('search' + name);
  let field = piece('-words'), list = piece('-results'), status = piece('-status'), more = piece('-more');
  let textFiles = [], gramFiles = [], kinds, plans, tables, parts, tasks;
  let blocks = [], grams = [];  // by number; undefined where not loaded yet
  let words = piece('').dataset;
  let asked = {}, waiting = 0, failed = false, shown = STEP, rare = {};

  function isDigit(c) { return c >= '0' && c <= '9'; }

  function plain(c) {
    let code = c.charCodeAt(0);
    if (code >= 0x4E00 && code <= 0x9FFF) return c;
    if (code < 0x7F) return code <= 0x20 ? '' : code >= 65 && code <= 90 ? c.toLowerCase() : c;
    if (!(c in rare)) rare[c] = c.normalize('NFKC').trim().replace(/[A-Z]/g, a => a.toLowerCase());
    return rare[c];
  }

  // The form in which texts are searched, as generator/search/fold.h says. PLACES gets the place in TEXT of each character.
  function fold(text, places) {
    let out = '', from = [], space = false;
    for (let at = 0; at < text.length; at++) {
      let first = at, c = text[at];
      if (c >= '\uD800' && c < '\uDC00' && at + 1 < text.length) c += text[++at];
      let normal = plain(c);
      if (!normal) space = true;
      for (let i = 0; i < normal.length; i++) {
        if (space && out && isDigit(normal[i]) && isDigit(out[out.length - 1])) { out += ' '; from.push(first); }
        space = false;
        out += normal[i];
        from.push(first);
      }
    }
    let kept = '';
    for (let at = 0; at < out.length; at++) {
      if (out[at] === ',' && at && isDigit(out[at - 1]) && /^\d{3}(?!\d)/.test(out.substr(at + 1, 4))) continue;
      kept += out[at];
      if (places) places.push(from[at]);
    }
    return kept;
  }

  // What the FIGURES of a row say.
  function said(table, figures, measures) {
    return figures.split('|').map((figure, at) => {
      let measure = 2 + 2 * (measures ? measures[at] : at);
      return figure && table[measure] + ' ' + figure + (isDigit(figure[figure.length - 1]) ? table[measure + 1] : '');
    }).filter(Boolean).join(words.and);
  }

  function makeEntry(item) {
    let plan = plans[item[1]] || ['', ''], path = plan[1] + item[2], sections = [], at;
    function add(url, heading, text) {
      sections.push({url: url, heading: heading, text: text, heads: fold(heading), says: fold(text)});
    }
    if (item[0] === 0) {
      path = plan[1] + 'units/' + item[2] + '.html';
      for (at = 0; at < item[5].length; at += 2) {
        let table = tables[item[5][at]];
        add(plan[1] + 'tables/' + table[0] + '.html#row-' + item[2], table[1], said(table, item[5][at + 1]));
      }
      for (at = 0; at < item[6].length; at += 2) {
        let part = parts[item[6][at]];
        add(plan[1] + part[1], part[2], said(tables[part[0]], item[6][at + 1], part.slice(3)));
      }
      item[7].forEach(one => add(plan[1] + 'ledger.html#task-' + tasks[one][0], kinds[4], tasks[one][1]));
    } else {
      for (at = 0; at < item[5].length; at += 3) {
        add(item[5][at] ? path + '#' + item[5][at] : path, item[5][at + 1], item[5][at + 2]);
      }
    }
    return {kind: item[0], where: plan[0], url: path, title: item[3], names: item[4], sections: sections,
      heads: fold(item[3]), also: ';' + fold(item[4]) + ';'};
  }

  // How well ENTRY answers to TERMS, 0 best; -1 where one of them is not in it.
  function rankOf(entry, terms) {
    let rank = 0, named = 0;
    for (let at = 0; at < terms.length; at++) {
      let term = terms[at], own;
      let has = section => section.heads.indexOf(term) >= 0;
      if (entry.heads === term || entry.also.indexOf(';' + term + ';') >= 0) own = 0;
      else if (entry.heads.indexOf(term) >= 0) own = entry.heads.indexOf(term) ? 2 : 1;
      else if (entry.also.indexOf(term) >= 0) own = 3;
      else if (entry.kind !== 0 && entry.sections.some(has)) own = 4;
      else if (entry.sections.some(section => has(section) || section.says.indexOf(term) >= 0)) own = 5;
      else return -1;
      if (own <= 3) named++;
      rank = Math.max(rank, own);
    }
    return rank === 5 && entry.kind === 0 && !named ? 6 : rank;  // figures of units that nobody has named stand last
  }

  // Where TERMS are in TEXT: pairs of places, in order, without overlap.
  function hitsIn(text, terms) {
    let places = [], folded = fold(text, places), hits = [];
    terms.forEach(term => {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
        hits.push([places[at], places[at + term.length - 1] + 1]);
      }
    });
    hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return hits.filter((hit, at) => !hits.slice(0, at).some(other => other[1] > hit[0]));
  }

  // Adds TEXT to PARENT with its hits marked; of a LONG text the part around the first.
  function addMarked(parent, text, terms, long) {
    let hits = hitsIn(text, terms), begin = 0, end = text.length;
    if (long && text.length > 100) {
      begin = Math.max(0, (hits.length ? hits[0][0] : 0) - 24);
      end = Math.min(text.length, begin + 100);
    }
    let at = begin;
    if (begin > 0) parent.append('…');
    hits.forEach(hit => {
      if (hit[0] < begin || hit[0] >= end) return;
      parent.append(text.slice(at, hit[0]));
      parent.appendChild(make('mark', '', text.slice(hit[0], hit[1])));
      at = hit[1];
    });
    parent.append(text.slice(at, Math.max(at, end)) + (end < text.length ? '…' : ''));
  }

  function make(name, css, text) {
    let element = document.createElement(name);
    if (css) element.className = css;
    if (text) element.textContent = text;
    return element;
  }

  function makeLink(url, text, terms) {
    let link = make('a');
    link.setAttribute('href', url);
    addMarked(link, text, terms);
    return link;
  }

  function makeSection(section, terms) {
    let line = make('li');
    if (section.heading) line.appendChild(makeLink(section.url, section.heading, terms));
    let text = section.text && line.appendChild(make('span', 'snippet'));
    if (text) addMarked(text, section.text, terms, true);
    return line;
  }

  // The sections of ENTRY that any of TERMS is in, those with most of them first; all of a unit that is named.
  function sectionsOf(entry, terms) {
    let named = entry.kind === 0 && terms.every(term => (entry.heads + entry.also).indexOf(term) >= 0);
    let has = section => term => section.heads.indexOf(term) >= 0 || section.says.indexOf(term) >= 0;
    return entry.sections.map((section, at) => {
      return {section: section, at: at, hits: terms.filter(has(section)).length};
    }).filter(one => one.hits > 0 || named).sort((a, b) => b.hits - a.hits || a.at - b.at);
  }

  function makeResult(entry, terms) {
    let result = make('li'), head = result.appendChild(make('p', 'result-head'));
    head.appendChild(makeLink(entry.url, entry.title, terms));
    head.appendChild(make('span', 'sub', kinds[entry.kind] + (entry.where ? ' · ' + entry.where : '')));
    if (hitsIn(entry.names, terms).length) addMarked(result.appendChild(make('p', 'snippet')), words.also + entry.names, terms);
    let found = sectionsOf(entry, terms), lines = result.appendChild(make('ul')), rest;
    found.forEach((one, at) => {
      if (at === SECTIONS) {
        rest = result.appendChild(make('details'));
        rest.appendChild(make('summary', '', words.rest.replace('{rest}', found.length - SECTIONS)));
        lines = rest.appendChild(make('ul'));
      }
      lines.appendChild(makeSection(one.section, terms));
    });
    let about = !found.length && entry.sections.filter(section => section.text)[0];
    if (about) lines.appendChild(makeSection(about, terms));
    if (!lines.firstChild) result.removeChild(lines);
    return result;
  }

  function load(path) {
    if (asked[path]) return;
    asked[path] = true;
    waiting++;
    let script = document.createElement('script');
    script.src = path;
    script.onload = script.onerror = event => {
      waiting--;
      failed = failed || event.type === 'error';
      if (!waiting) search();
    };
    document.head.appendChild(script);
  }

  // The pairs of characters of TERM, and its runs of four digits, as generator/search/grams.h has them.
  function gramsOf(term) {
    let letters = Array.from(term), found = letters.slice(1).map((letter, at) => letters[at] + letter);
    for (let at = 0; at + 4 <= letters.length; at++) {
      if (/^\d{4}$/.test(term.substr(at, 4))) found.push(term.substr(at, 4));
    }
    return found;
  }

  function fileOf(gram) {
    return Array.from(gram).reduce((place, letter) => {
      return (place * 31 + letter.codePointAt(0)) % 1000003;
    }, 0) % gramFiles.length;
  }

  // The numbers of the blocks that can have all TERMS, those that have them in titles first; nothing until it is known.
  function candidates(terms) {
    let missing = false, titles = {}, possible = textFiles.map((path, at) => at);
    if (!gramFiles.length) return possible;
    terms.forEach(term => {
      let titled = possible;
      gramsOf(term).forEach(gram => {
        let file = fileOf(gram);
        if (!grams[file]) { load(gramFiles[file]); missing = true; return; }
        let places = (grams[file][gram] || '').split('|');
        let within = numbers => {
          let known = new Set((numbers || '').split('.'));
          return at => numbers === '*' || known.has(String(at));
        };
        possible = possible.filter(within(places[0]));
        titled = titled.filter(within(places[1]));
      });
      titled.forEach(at => { titles[at] = (titles[at] || 0) + 1; });
    });
    return missing ? null : possible.sort((a, b) => (titles[b] || 0) - (titles[a] || 0) || a - b);
  }

  function say(text) { if (status.textContent !== text) status.textContent = text; }

  function show(terms, found, rest) {
    list.textContent = '';
    found.slice(0, shown).forEach(one => list.appendChild(makeResult(one.entry, terms)));
    more.hidden = found.length <= shown && !rest;
    if (failed) say(words.failed);
    else if (waiting) say(words.wait);
    else if (!found.length) say(words.none);
    else say(words.found.replace('{found}', found.length) + (rest ? words.unfinished : '') +
             (found.length > shown ? words.first.replace('{shown}', shown) : ''));
  }

  function termsOf(words) {
    return Array.from(new Set(words.split(/\s+/).map(word => fold(word)).filter(Boolean)));
  }

  function search() {
    let terms = termsOf(field.value);
    piece('-lists').hidden = terms.length > 0;
    if (!terms.length) { list.textContent = ''; more.hidden = true; return say(''); }
    let numbers = candidates(terms), found = [], next = [];
    if (!numbers) return say(words.wait);
    numbers.forEach(number => {
      if (!blocks[number]) { if (!asked[textFiles[number]]) next.push(number); return; }
      blocks[number].forEach((entry, at) => {
        let rank = rankOf(entry, terms);
        if (rank >= 0) found.push({entry: entry, rank: rank, block: number, at: at});
      });
    });
    found.sort((a, b) => a.rank - b.rank || a.entry.kind - b.entry.kind || a.block - b.block || a.at - b.at);
    let enough = gramFiles.length > 0 && found.length >= shown;
    if (!enough) next.splice(0, gramFiles.length ? AT_ONCE : next.length).forEach(at => load(textFiles[at]));
    show(terms, found, next.length > 0);
  }

  // Arrow keys go from the field through the results and back.
  function move(event) {
    let step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    let stops = Array.from(list.querySelectorAll('a, summary')).filter(one => one.getClientRects().length > 0);
    stops.unshift(field);
    let at = stops.indexOf(document.activeElement);
    if (event.key === 'Enter' && at === 0 && !event.isComposing) step = 1;
    if (event.key === 'Escape' && at > 0) step = -at;
    if (at < 0 || !step || event.isComposing || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  }

  window.yaodian = {
    index: (texts, pairs, catalogue) => {
      textFiles = texts;
      gramFiles = pairs;
      [kinds, plans, tables, parts, tasks] = catalogue;
      if (!pairs.length) texts.forEach(load);
      search();
    },
    text: (number, items) => { blocks[number] = items.map(makeEntry); },
    grams: (number, places) => { grams[number] = places; }
  };

  piece('').hidden = false;
  piece('').addEventListener('keydown', move);
  more.addEventListener('click', () => { shown += 2 * STEP; search(); });
  field.addEventListener('input', () => {
    shown = STEP;
    try {
      history.replaceState(null, '', field.value ? '?q=' + encodeURIComponent(field.value) : location.pathname);
    } catch (error) { /* From a folder an address may not be changed. */ }
    search();
  });
  let asks = /[?&]q=([^&]*)/.exec(location.search);
  try { field.value = asks ? decodeURIComponent(asks[1].replace(/\+/g, ' ')) : ''; } catch (error) { /* no words */ }
  if (asks || location.hash === '#search-words') field.focus();
})();
