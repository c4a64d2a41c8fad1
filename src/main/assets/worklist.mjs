/* Keys for a work list: j and k move between rows (Enter follows the row's link by itself), x ticks, ? shows the keys. Only while focus is inside the list
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
      } else if (event.key === '?' && help) {
        help.open = !help.open;
        help.querySelector('summary').focus();
      } else {
        return;
      }
      event.preventDefault();
    });
    // Who comes back from a row goes on from there.
    list.querySelector('a[data-open][aria-current]')?.focus({ preventScroll: true });
    const counter = list.querySelector('[data-ticked]');
    if (counter) {
      // The bar for many rows shows only when there are some; without this module it always stands under the list.
      const bar = counter.closest('.bar');
      const count = () => {
        const ticked = list.querySelectorAll('tbody input[type="checkbox"]:checked').length;
        bar.hidden = ticked === 0;
        counter.textContent = counter.dataset.ticked.replace('#', ticked);
      };
      list.addEventListener('change', count);
      window.addEventListener('pageshow', count);
      count();
    }
  }
}

export { workListKeys };
