import { Button } from 'govuk/components/button/button.mjs';
import { ErrorSummary } from 'govuk/components/error-summary/error-summary.mjs';
import { NotificationBanner } from 'govuk/components/notification-banner/notification-banner.mjs';
import { SkipLink } from 'govuk/components/skip-link/skip-link.mjs';
import { copyButtons } from './copy.mjs';
import { guardForms } from './forms.mjs';
import { suggestPlaces } from './places.mjs';
import { revealChosen } from './reveal.mjs';
import { suggestWhileTyping } from './suggest.mjs';
import { workListKeys } from './worklist.mjs';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const Component of [Button, ErrorSummary, NotificationBanner, SkipLink]) {
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    try {
      new Component(element);
    } catch (problem) {
      // The page works without: one component that does not start must not stop the others.
      console.warn(problem);
    }
  }
}
copyButtons(document);
guardForms(document);
revealChosen(document);
suggestPlaces(document);
suggestWhileTyping(document);
workListKeys(document);
