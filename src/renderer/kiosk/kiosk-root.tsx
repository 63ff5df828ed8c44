/** Decides whether there is a desk to show, and gives every visitor a session of their own. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { setLanguage } from '../words/words.ts';
import type { Connection } from './connection.ts';
import { type Display, followDisplay } from './display.ts';
import { firstLanguage } from './kiosk-languages.ts';
import { useSiteLanguages } from './kiosk-words.ts';
import { LostScreen } from './screens/lost-screen.tsx';
import { ConnectingScreen, OutOfUseScreen } from './screens/out-of-use-screens.tsx';
import { SitePicturesContext, useFetchedPictures, useSiteColour } from './site-looks.ts';
import { VisitSession } from './visit-session.tsx';

function useDisplay(siteInches: number | null): Display | null {
  const [display, setDisplay] = useState<Display | null>(null);
  useEffect(() => followDisplay(siteInches, setDisplay), [siteInches]);
  return display;
}

export function KioskRoot({ connection }: { readonly connection: Connection }) {
  const { welcome, lost } = useSyncExternalStore(connection.follow, connection.state);
  const looks = welcome?.state === 'ready' ? welcome.looks : null;
  const display = useDisplay(looks?.displayInches ?? null);
  const pictures = useFetchedPictures(connection, looks);
  useSiteColour(looks?.brandColour ?? '');
  const [visitor, setVisitor] = useState(0);
  useEffect(() => connection.start(), [connection]);
  const spoken = useSiteLanguages(welcome?.state === 'ready' ? welcome : null, connection);

  if (display === null) return null;
  if (welcome === null) return <ConnectingScreen lost={lost} />;
  if (welcome.state !== 'ready')
    return lost ? (
      <LostScreen kept={false} />
    ) : (
      <OutOfUseScreen reason={welcome.state === 'set-up' ? 'setUp' : 'outOfOrder'} />
    );
  if (!spoken) return <ConnectingScreen lost={lost} />;
  return (
    <SitePicturesContext value={pictures}>
      <VisitSession
        // A new key is a new visitor: everything typed, chosen or answered before is gone with the old one.
        key={visitor}
        site={welcome}
        lost={lost}
        display={display}
        connection={connection}
        onEnd={() => {
          // Before the next session is drawn: its first picture must not be in the language of the one before.
          void setLanguage(firstLanguage(welcome));
          setVisitor((number) => number + 1);
        }}
      />
    </SitePicturesContext>
  );
}
