/**
 * The answers under the field for the host: an inline list, so that the rest of the screen and its keyboard can be
 * used meanwhile. At its end, always, the way on for whoever finds nobody.
 */
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import type { HostAnswer, HostAnswers } from './host-answers.ts';

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** First name, initial and department of `Mette H – Sales`; any of them may hold a space or dash of its own. */
function partsOf(words: string): readonly [first: string, initial: string, department: string] {
  const dash = words.lastIndexOf(' – ');
  const name = dash < 0 ? words : words.slice(0, dash);
  const space = name.lastIndexOf(' ');
  const department = dash < 0 ? '' : words.slice(dash + 3);
  return space < 0 ? [name, '', department] : [name.slice(0, space), name.slice(space + 1), department];
}

export function HostPicker({
  found,
  list,
  onChoose,
  onPass,
  onLeave,
}: {
  readonly found: HostAnswers;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onChoose: (answer: HostAnswer) => void;
  /** Nobody in the list, or not known. */
  readonly onPass: () => void;
  /** Back to the field. */
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('kiosk');
  const { answers, answered, enough, close } = found;

  function walk(event: KeyboardEvent<HTMLUListElement>): void {
    if (event.key === 'Escape') {
      close();
      onLeave();
      return;
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = buttons.findIndex((button) => button === document.activeElement) + step;
    if (next < 0) onLeave();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the arrow keys of the buttons inside */}
      <ul
        ref={list}
        className={`picker ${answered === null ? '' : 'picker--open'}`}
        aria-label={t('visit.question')}
        onKeyDown={walk}
      >
        {answers.map((answer) => {
          const [first, initial, department] = partsOf(answer.words);
          return (
            <li key={answer.words}>
              <button
                type="button"
                className="picker__answer"
                aria-label={answer.words}
                onClick={() => onChoose(answer)}
              >
                <bdi className="picker__name">
                  <span>{first}</span>
                  <b>{initial}</b>
                </bdi>
                <bdi className="picker__department">{department}</bdi>
              </button>
            </li>
          );
        })}
        <li className="picker__pass">
          <TouchButton kind="quiet" onClick={onPass}>
            {t('picker.notListed')}
          </TouchButton>
        </li>
        {enough ? <li className="picker__enough">{t('picker.enough')}</li> : null}
      </ul>
      <div className="unseen" role="status">
        {enough ? t('picker.enough') : answered === null ? '' : t('picker.found', { number: answers.length })}
      </div>
    </>
  );
}
