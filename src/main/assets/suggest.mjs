/* Suggestions under a search box while typing. The form works without; choosing a suggestion opens it at once. */
const PAUSE = 180;

function suggestWhileTyping(scope) {
  for (const input of scope.querySelectorAll('input[data-suggest]')) {
    suggest(input);
  }
}

function suggest(input) {
  const list = document.createElement('ul');
  const status = document.createElement('p');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.suggestLabel);
  status.className = 'govuk-visually-hidden';
  status.setAttribute('role', 'status');
  input.closest('.search__line').after(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);

  let chosen = -1;
  let timer;
  let asking;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = number => {
    const options = list.children;
    if (!options.length) {
      return;
    }
    chosen = (number + options.length) % options.length;
    for (const [at, option] of [...options].entries()) {
      option.setAttribute('aria-selected', String(at === chosen));
    }
    input.setAttribute('aria-activedescendant', options[chosen].id);
    options[chosen].scrollIntoView({ block: 'nearest' });
  };

  const open = option => {
    location.href = `${option.dataset.href}?tu=${encodeURIComponent(input.value.trim())}`;
  };

  const show = answer => {
    close();
    list.replaceChildren(...answer.suggestions.map((suggestion, at) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${at}`;
      option.className = 'suggestions__item';
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.href = suggestion.href;
      option.textContent = suggestion.label;
      // Before the box loses the focus and the list closes.
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => open(option));
      return option;
    }));
    list.hidden = answer.suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent = answer.status;
  };

  const ask = async () => {
    asking?.abort();
    const typed = input.value.trim();
    if (typed.length < 2) {
      close();
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed.slice(0, 100))}`, { signal: asking.signal });
      if (answer.ok) {
        show(await answer.json());
      }
    } catch {
      // No line, or typed on: the form is still there.
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' && list.children.length) {
      event.preventDefault();
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      choose(chosen + 1);
    } else if (event.key === 'ArrowUp' && !list.hidden) {
      event.preventDefault();
      choose(chosen - 1);
    } else if (event.key === 'Enter' && !list.hidden && chosen >= 0) {
      event.preventDefault();
      open(list.children[chosen]);
    }
  });
}

export { suggestWhileTyping };
