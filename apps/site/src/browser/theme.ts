import { button, element } from './element.ts';

type Theme = 'light' | 'dark';

const SYSTEM = '(prefers-color-scheme: dark)';

/** A button that changes between light and dark; until it is used, the page follows the system. */
export function themeSwitch(): HTMLElement {
  const name = element('span');
  const toggle = button({ class: 'theme' }, () => set(current() === 'dark' ? 'light' : 'dark'), name);
  const label = (): void => {
    name.textContent = current() === 'dark' ? 'Light' : 'Dark';
    toggle.setAttribute('aria-label', `Switch to ${current() === 'dark' ? 'light' : 'dark'} colours`);
  };
  const set = (theme: Theme): void => {
    document.documentElement.dataset['theme'] = theme;
    label();
  };
  matchMedia(SYSTEM).addEventListener('change', label);
  label();
  return toggle;
}

function current(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia(SYSTEM).matches ? 'dark' : 'light';
}
