/* Two guards for forms: one sending only, and a warning before answers that were not saved are lost. */
function guardForms(scope) {
  for (const form of scope.querySelectorAll('form[method="post"]')) {
    let sent = false;
    let changed = false;
    const again = () => {
      sent = false;
      form.removeAttribute('aria-busy');
    };
    form.addEventListener('submit', event => {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      changed = false;
      form.setAttribute('aria-busy', 'true');
      // The line may have failed: after a while the person may try again. The form's key keeps it from happening twice.
      setTimeout(again, 15000);
    });
    // A page that comes back from the browser's memory can be sent again.
    window.addEventListener('pageshow', again);
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
