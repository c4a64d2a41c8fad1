/* Two guards for forms: one sending only, and a warning before answers that were not saved are lost. */
function guardForms(scope) {
  for (const form of scope.querySelectorAll('form[method="post"]')) {
    let sent = false;
    let changed = false;
    form.addEventListener('submit', event => {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      changed = false;
      form.setAttribute('aria-busy', 'true');
    });
    // A page that comes back from the browser's memory can be sent again.
    window.addEventListener('pageshow', () => {
      sent = false;
      form.removeAttribute('aria-busy');
    });
    if ('warnUnsaved' in form.dataset) {
      form.addEventListener('input', () => {
        changed = true;
      });
      window.addEventListener('beforeunload', event => {
        if (changed) {
          event.preventDefault();
        }
      });
    }
  }
}

export { guardForms };
