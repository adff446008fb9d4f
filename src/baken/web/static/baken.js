// SPDX-FileCopyrightText: 2026 The Baken authors
// SPDX-License-Identifier: EUPL-1.2
// Nothing here is needed to read a page: it adds a box that narrows a list, and buttons that copy an address.
'use strict';
const plain = (text) => text.normalize('NFKD').replace(/[\p{M}\u00ad]/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
const make = (name, values) => Object.assign(document.createElement(name), values);

const index = document.getElementById('index');
if (index) {
  let box = document.getElementById('q');
  if (!box) {
    const label = make('label', { htmlFor: 'q', textContent: index.dataset.label });
    box = make('input', { id: 'q', type: 'search', autocomplete: 'off', maxLength: 100 });
    const line = make('p', { className: 'search' });
    line.append(label, ' ', box);
    document.querySelector('.letters').before(line);
  }
  const said = make('p', { role: 'status', className: 'muted' });
  index.before(said);
  const lines = [...index.querySelectorAll('li')].map((line) => [line, ` ${plain(line.textContent)}`]);
  box.addEventListener('input', () => {
    const asked = plain(box.value).replace(/^(\d{4}) ?[a-z]{0,2}$/, '$1');
    const words = asked.split(' ');
    let left = 0;
    for (const [line, text] of lines) {
      line.hidden = !words.every((word) => text.includes(word));
      left += line.hidden ? 0 : 1;
    }
    for (const part of index.querySelectorAll('section')) part.hidden = !part.querySelector('li:not([hidden])');
    said.textContent = asked ? (left ? `${left} ${index.dataset.some}` : index.dataset.none) : '';
  });
}

const copied = document.querySelector('[data-copy]');
if (copied && navigator.clipboard) {
  const said = make('span', { role: 'status', className: 'muted' });
  const add = (place, name, address, text) => {
    const button = make('button', { type: 'button', className: 'copy', textContent: text });
    button.setAttribute('aria-label', name);
    button.title = name;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(address);
      said.textContent = ` ${copied.dataset.copied}`;
      button.after(said);
    });
    place.append(' ', button);
  };
  const here = location.href.split('#')[0];
  add(copied, copied.dataset.copy, here, copied.dataset.copy);
  for (const place of document.querySelectorAll('main figure[id] > figcaption, main tr[id] > th')) {
    const name = (place.querySelector('strong') || place).textContent.trim();
    add(place, `${copied.dataset.copy}: ${name}`, `${here}#${place.parentNode.id}`, '#');
  }
}
