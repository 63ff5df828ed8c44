/**
 * Whom a visitor comes to see, at the desk: written, or chosen by full name, which staff may see. Choosing keeps the
 * host behind the words; writing on lets go of them.
 */
import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Host } from '../../shared/contract/hosts.ts';
import { faultAt } from '../console/forms.ts';
import { useCall } from '../console/queries.ts';
import { useFaultWords } from '../console/refusals.tsx';
import { useSettled } from '../console/settled.ts';
import { DeskField } from '../ui/desk-field.tsx';
import type { VisitorValues } from './visitor-fields.tsx';

const fewestLetters = 2;
const mostShown = 5;

export function HostField() {
  const { t } = useTranslation('console');
  const { register, setValue, setFocus, formState } = useFormContext<VisitorValues>();
  const words = useFaultWords();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const text = useSettled(typed);
  const asks = text.trim().length >= fewestLetters;
  const { data } = useCall('hosts.list', { text, state: 'active' }, { enabled: asks, forget: true });
  const shown = asks && typed !== '' ? (data?.hosts.slice(0, mostShown) ?? []) : [];

  function choose({ hostId, name }: Host): void {
    setValue('host', name, { shouldDirty: true });
    setValue('hostId', hostId);
    setTyped('');
    setFocus('host');
  }
  function step(from: number): void {
    const buttons = list.current?.querySelectorAll('button');
    if (from < 0) setFocus('host');
    else buttons?.[Math.min(from, buttons.length - 1)]?.focus();
  }

  return (
    <div className="host-field">
      <DeskField
        label={t('visitor.host')}
        optional={t('form.optional')}
        fault={words(faultAt(formState.errors, 'host'))}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && shown.length > 0) {
            event.preventDefault();
            setTyped('');
          }
          if (event.key !== 'ArrowDown' || shown.length === 0) return;
          event.preventDefault();
          step(0);
        }}
        {...register('host', {
          onChange: (event: { readonly target: { readonly value: string } }) => {
            setValue('hostId', undefined);
            setTyped(event.target.value);
          },
        })}
      />
      {shown.length > 0 ? (
        <ul ref={list} className="host-field__list" aria-label={t('hosts.choose')}>
          {shown.map((host, index) => (
            <li key={host.hostId}>
              <button
                type="button"
                onClick={() => choose(host)}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
                  event.preventDefault();
                  step(index + (event.key === 'ArrowDown' ? 1 : -1));
                }}
              >
                <bdi>{host.name}</bdi> <bdi className="desk-muted">{host.department}</bdi>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
