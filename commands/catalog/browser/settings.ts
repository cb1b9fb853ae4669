import { type Language, languages, type PlainKey, type Strings, strings } from '../page/strings.js';

/** What is remembered from one visit to the next; nothing where a browser keeps nothing for files. */
const memory = {
  get: (key: string): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set: (key: string, value: string): void => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // It is not remembered.
    }
  },
};

const isLanguage = (name: string | null): name is Language => languages.some((language) => language === name);

/** The language chosen before, else the browser's; French where it is neither of ours. */
export function language(): Language {
  const chosen = memory.get('language');
  if (isLanguage(chosen)) return chosen;
  const [first = 'fr'] = navigator.languages.map((name) => name.slice(0, 2)).filter(isLanguage);
  return isLanguage(first) ? first : 'fr';
}

/** Writes all text that stands in the page from the start in a language. */
export function translate(into: Language): void {
  const s: Strings = strings[into];
  const each = (attribute: string, write: (element: Element, text: string) => void): void => {
    for (const element of document.querySelectorAll(`[${attribute}]`))
      write(element, s[element.getAttribute(attribute) as PlainKey]);
  };
  document.documentElement.lang = into;
  document.title = s.title;
  each('data-t', (element, text) => {
    element.textContent = text;
  });
  each('data-t-label', (element, text) => element.setAttribute('aria-label', text));
  each('data-t-placeholder', (element, text) => element.setAttribute('placeholder', text));
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]'))
    button.setAttribute('aria-pressed', `${button.dataset['language'] === into}`);
}

/** Changes the language where its buttons are pressed. */
export function onLanguage(change: (chosen: Language) => void): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.addEventListener('click', () => {
      const chosen = button.dataset['language'] ?? null;
      if (!isLanguage(chosen)) return;
      memory.set('language', chosen);
      change(chosen);
    });
  }
}

/** Light or dark: as the system says, until someone chooses. */
export function setUpTheme(): void {
  const button = document.getElementById('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean => (memory.get('theme') ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const apply = (): void => {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
    button?.setAttribute('aria-pressed', `${isDark()}`);
  };
  button?.addEventListener('click', () => {
    memory.set('theme', isDark() ? 'light' : 'dark');
    apply();
  });
  system.addEventListener('change', apply);
  apply();
}
