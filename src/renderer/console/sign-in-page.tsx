/** Staff sign-in. After a wrong passphrase the user name stays; a lock-out counts down in seconds. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../shared/contract/contract.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskField } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { PlainPage } from './plain-page.tsx';
import { useCommand } from './queries.ts';
import { useFaultWords, useRefusalWords } from './refusals.tsx';
import { useSession } from './session.tsx';
import { useSite } from './site.tsx';

/** Whole seconds left of a wait that began when `seconds` was handed in anew. */
function useCountdown(seconds: number | undefined, startedBy: unknown): number {
  const [left, setLeft] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same number of seconds may start a new wait
  useEffect(() => {
    if (seconds === undefined) {
      setLeft(0);
      return undefined;
    }
    const end = Date.now() + seconds * 1000;
    setLeft(seconds);
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [seconds, startedBy]);
  return left;
}

export function SignInPage() {
  const { t } = useTranslation('console');
  const site = useSite();
  const { begin } = useSession();
  const { run, busy, refused } = useCommand('staff.signIn');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const form = useForm({
    resolver: zodResolver(contract['staff.signIn'].input),
    defaultValues: { userName: '', passphrase: '' },
  });
  const { errors } = form.formState;
  const left = useCountdown(refused?.retryAfterSeconds, refused);
  const waits = refused?.retryAfterSeconds !== undefined && left > 0;
  const waitOver = refused?.retryAfterSeconds !== undefined && left === 0;
  const demoTitle = useId();

  const signIn = form.handleSubmit(async (typed) => {
    const reply = await run(typed);
    if (reply.ok) {
      begin(reply.value);
      return;
    }
    form.resetField('passphrase');
    form.setFocus('passphrase');
  });

  return (
    <PlainPage title={t('signIn.title')} lead={<bdi>{site.siteName}</bdi>}>
      <form className="desk-card" noValidate onSubmit={(event) => void signIn(event)}>
        {refused && !waitOver ? (
          <DeskMessage tone="bad" icon={waits ? 'lock' : 'warning'}>
            {waits ? words({ ...refused, retryAfterSeconds: left }) : words(refused)}
          </DeskMessage>
        ) : null}
        <DeskField
          label={t('signIn.userName')}
          autoCapitalize="none"
          autoFocus
          fault={faultWords(errors.userName?.message)}
          {...form.register('userName')}
        />
        <DeskField
          label={t('signIn.passphrase')}
          type="password"
          fault={faultWords(errors.passphrase?.message)}
          {...form.register('passphrase')}
        />
        <DeskButton type="submit" kind="primary" large wide busy={busy} disabled={waits}>
          {t('signIn.unlock')}
        </DeskButton>
      </form>
      {site.demo ? (
        <section className="desk-card demo-sign-ins" aria-labelledby={demoTitle}>
          <h2 id={demoTitle}>{t('demo.signIns')}</h2>
          <p className="desk-muted desk-small">{t('demo.signInsHint')}</p>
          <ul>
            {site.demo.signIns.map((demo) => (
              <li key={demo.userName}>
                <button
                  type="button"
                  onClick={() => {
                    form.setValue('userName', demo.userName);
                    form.setValue('passphrase', demo.passphrase);
                    form.clearErrors();
                    form.setFocus('passphrase');
                  }}
                >
                  <b>{demo.userName}</b>
                  <span>{demo.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
                  <code>{demo.passphrase}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PlainPage>
  );
}
