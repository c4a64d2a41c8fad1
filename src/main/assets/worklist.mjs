/* Keys for a work list: j and k move between rows, Enter opens, x ticks, ? shows the keys. Only while focus is inside the list
   (WCAG 2.1.4), and never while somebody is typing or composing with Telex or VNI. */
function workListKeys(scope) {
  for (const list of scope.querySelectorAll('[data-work-list]')) {
    const links = [...list.querySelectorAll('tbody a[data-open]')];
    const help = list.querySelector('details[data-keys]');
    const move = step => {
      const at = links.findIndex(link => link.closest('tr').contains(document.activeElement));
      const next = links[Math.min(Math.max(at + step, 0), links.length - 1)];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    };
    list.addEventListener('keydown', event => {
      const typing = event.target.matches('input:not([type="checkbox"]), textarea, select');
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing) {
        return;
      }
      const row = document.activeElement.closest('tbody tr');
      if (event.key === 'j') {
        move(1);
      } else if (event.key === 'k') {
        move(-1);
      } else if (event.key === 'x' && row) {
        row.querySelector('input[type="checkbox"]')?.click();
      } else if (event.key === 'Enter' && row && event.target.matches('tr')) {
        row.querySelector('a[data-open]')?.click();
      } else if (event.key === '?' && help) {
        help.open = !help.open;
        help.querySelector('summary').focus();
      } else {
        return;
      }
      if (event.key !== 'Enter') {
        event.preventDefault();
      }
    });
    const counter = list.querySelector('[data-ticked]');
    if (counter) {
      const pattern = counter.dataset.ticked;
      list.addEventListener('change', () => {
        const ticked = list.querySelectorAll('tbody input[type="checkbox"]:checked').length;
        counter.textContent = pattern.replace('#', ticked);
      });
    }
  }
}

export { workListKeys };
