/** The page where a browser on the network is paired: one code, typed once. It knows nothing of the core. */
import '@fontsource-variable/inter';
import '../ui/colours.css';
import './pair.css';
import type { Reply } from '../../shared/reply.ts';
import type { Door } from '../../shared/vocabulary.ts';
import { pairWords } from './words.ts';

const words = pairWords(navigator.language);
const codeLength = 8;

function find<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`pair.html has no ${selector}`);
  return found;
}

const form = find('form', HTMLFormElement);
const code = find('#code', HTMLInputElement);
const button = find('button', HTMLButtonElement);
const fault = find('#fault', HTMLElement);

const texts: Readonly<Record<string, string>> = {
  h1: words.title,
  '#lead': words.lead,
  label: words.label,
  button: words.send,
  '#note': words.note,
};
for (const [selector, text] of Object.entries(texts)) find(selector, HTMLElement).textContent = text;
document.documentElement.lang = words.title === pairWords('da').title ? 'da' : 'en';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const followTheme = (): void => {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
};
dark.addEventListener('change', followTheme);
followTheme();

function show(text: string): void {
  fault.textContent = text;
  code.setAttribute('aria-invalid', String(text !== ''));
  if (text !== '') code.focus();
}

async function pair(): Promise<Reply<{ readonly role: Door }>> {
  try {
    const response = await fetch('/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: code.value }),
      cache: 'no-store',
    });
    return (await response.json()) as Reply<{ readonly role: Door }>;
  } catch {
    return { ok: false, code: 'unavailable' };
  }
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (code.value.replace(/[\s-]/g, '').length !== codeLength) return show(words.empty);
  button.disabled = true;
  const reply = await pair();
  button.disabled = false;
  if (reply.ok) location.replace(`/${reply.value.role}`);
  else if (reply.code === 'throttled') show(words.throttled(reply.retryAfterSeconds ?? 60));
  else show(reply.code === 'wrong-code' ? words.wrong : words.unavailable);
});
code.addEventListener('input', () => show(''));
code.focus();
