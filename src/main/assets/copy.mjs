/* A button that copies a code. It is hidden in the markup and shown only where copying is possible. */
function copyButtons(scope) {
  if (!navigator.clipboard) {
    return;
  }
  for (const button of scope.querySelectorAll('button[data-copy]')) {
    const status = document.getElementById(button.dataset.status);
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        status.textContent = button.dataset.done;
      } catch {
        status.textContent = button.dataset.failed;
      }
    });
  }
}

export { copyButtons };
