/* Suggests communes while a name is typed, old names too. Without this module the name is looked up when the page is sent. The list follows the
   ARIA pattern of a combobox: the focus stays in the box, arrows walk, Enter takes, Escape closes. */
function suggestPlaces(scope) {
  for (const place of scope.querySelectorAll('[data-place]')) {
    const box = place.querySelector('[data-place-name]');
    const province = place.querySelector('[data-place-province]');
    const list = document.createElement('ul');
    const told = document.createElement('div');
    let found = [];
    let at = -1;
    let asked = 0;
    let timer;
    list.className = 'place__list';
    list.id = `${box.id}-list`;
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', place.querySelector(`label[for="${box.id}"]`).textContent);
    told.className = 'govuk-visually-hidden';
    told.setAttribute('role', 'status');
    box.after(list, told);
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', list.id);
    box.setAttribute('aria-expanded', 'false');

    const close = () => {
      list.hidden = true;
      at = -1;
      box.setAttribute('aria-expanded', 'false');
      box.removeAttribute('aria-activedescendant');
    };
    const mark = next => {
      at = (next + found.length) % found.length;
      [...list.children].forEach((item, i) => item.setAttribute('aria-selected', i === at ? 'true' : 'false'));
      box.setAttribute('aria-activedescendant', list.children[at].id);
      list.children[at].scrollIntoView({ block: 'nearest' });
    };
    const take = one => {
      place.querySelector('[data-place-choices]')?.remove();
      place.querySelector(`input[type="hidden"][name$=".commune"]`)?.remove();
      const code = document.createElement('input');
      code.type = 'hidden';
      code.name = box.name.replace(/\.name$/, '.commune');
      code.value = one.commune;
      box.value = one.name;
      province.value = one.province;
      const chosen = place.querySelector('[data-place-for]');
      chosen.value = one.name;
      chosen.after(code);
      close();
    };
    const show = () => {
      list.replaceChildren(...found.map((one, i) => {
        const item = document.createElement('li');
        const note = document.createElement('span');
        item.className = 'place__item';
        item.id = `${list.id}-${i}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = one.name;
        note.className = 'place__note';
        note.textContent = one.note;
        item.append(note);
        // Before the box loses the focus.
        item.addEventListener('pointerdown', event => event.preventDefault());
        item.addEventListener('click', () => take(one));
        return item;
      }));
      list.hidden = found.length === 0;
      at = -1;
      box.setAttribute('aria-expanded', list.hidden ? 'false' : 'true');
      box.removeAttribute('aria-activedescendant');
      told.textContent = place.dataset.placeCount.replace('#', found.length);
    };
    const ask = async () => {
      const mine = ++asked;
      const name = box.value.trim();
      if (name.length < 2) {
        close();
        return;
      }
      try {
        const query = new URLSearchParams({ q: name, tinh: province.value });
        const answer = await fetch(`${place.dataset.placeUrl}?${query}`, { headers: { Accept: 'application/json' } });
        const places = answer.ok ? await answer.json() : [];
        if (mine === asked && document.activeElement === box) {
          found = places;
          show();
        }
      } catch {
        // No line to the server: the name is looked up when the page is sent.
        close();
      }
    };
    box.addEventListener('input', event => {
      clearTimeout(timer);
      if (!event.isComposing) {
        timer = setTimeout(ask, 150);
      }
    });
    box.addEventListener('compositionend', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    box.addEventListener('keydown', event => {
      if (list.hidden || event.isComposing) {
        return;
      }
      if (event.key === 'ArrowDown') {
        mark(at + 1);
      } else if (event.key === 'ArrowUp') {
        mark(at < 0 ? found.length - 1 : at - 1);
      } else if (event.key === 'Enter' && at >= 0) {
        take(found[at]);
      } else if (event.key === 'Escape') {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });
    box.addEventListener('blur', close);
  }
}

export { suggestPlaces };
