/** Decides what the window shows: the way to a usable installation, the sign-in page, or the consoles. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ScanCapture } from '../wedge/scan-capture.ts';
import { ConnectingPage } from './connecting-page.tsx';
import { ConsoleShell } from './console-shell.tsx';
import { FaultPage } from './fault-page.tsx';
import { useFirstLanguage } from './language-switch.tsx';
import { createQueryClient, followChanges, useCall } from './queries.ts';
import { SessionProvider, useSession } from './session.tsx';
import { SetUpPage } from './set-up/set-up-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SiteProvider } from './site.tsx';

export function ConsoleRoot({ scans }: { readonly scans: ScanCapture }) {
  const [client] = useState(createQueryClient);
  useEffect(() => followChanges(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <Welcome scans={scans} />
    </QueryClientProvider>
  );
}

function Welcome({ scans }: { readonly scans: ScanCapture }) {
  const { data, error } = useCall('site.welcome', {});
  const [settingUp, setSettingUp] = useState(false);
  useFirstLanguage(data);
  useEffect(() => {
    if (data) scans.set(data.state === 'ready' && data.capturesKeyboard);
  }, [data, scans]);
  // Set-up ends with the recovery key on screen: the page stays although the installation is ready by then.
  useEffect(() => {
    if (data?.state === 'set-up') setSettingUp(true);
  }, [data]);
  if (!data) return <ConnectingPage refused={error} />;
  if (data.state === 'fault') return <FaultPage fault={data.fault} />;
  if (data.state === 'set-up' || settingUp)
    return (
      <SetUpPage timeZone={data.timeZone} languages={data.languages} onFinished={() => setSettingUp(false)} />
    );
  return (
    <SiteProvider site={data}>
      <SessionProvider>
        <Gate />
      </SessionProvider>
    </SiteProvider>
  );
}

function Gate() {
  const { state } = useSession();
  if (state === 'unknown') return <ConnectingPage refused={null} />;
  return state === 'signed-in' ? <SignedIn /> : <SignInPage />;
}

/** Everything personal hangs below here: the cache is made at sign-in and emptied when this part goes. */
function SignedIn() {
  const [client] = useState(createQueryClient);
  useEffect(() => {
    const stop = followChanges(client);
    return () => {
      stop();
      client.clear();
    };
  }, [client]);
  return (
    <QueryClientProvider client={client}>
      <ConsoleShell />
    </QueryClientProvider>
  );
}
