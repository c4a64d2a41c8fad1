/* Shows what belongs to a chosen radio or checkbox, and hides what belongs to the others. Without this module all of it is shown.
   Not the components' own module: that one sets aria-expanded on inputs, where no such attribute is allowed. */
function revealChosen(scope) {
  const show = () => {
    for (const input of scope.querySelectorAll('input[data-reveals]')) {
      const block = input.type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
      document.getElementById(input.dataset.reveals)?.classList.toggle(`${block}__conditional--hidden`, !input.checked);
    }
  };
  scope.addEventListener('change', event => {
    if (event.target.matches('input[type="radio"], input[type="checkbox"]')) {
      show();
    }
  });
  window.addEventListener('pageshow', show);
  show();
}

export { revealChosen };
