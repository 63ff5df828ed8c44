/** The looks the site chose: its colour on the page, and its pictures fetched once for each hash. */
import { createContext, useContext, useEffect, useState } from 'react';
import type { PictureRole, ShownLooks } from '../../shared/contract/looks.ts';
import { showBrand } from './brand.ts';
import type { Connection } from './connection.ts';

/** Addresses for `src`: `data:` with the picture itself, so that no page has to be let in anywhere. */
export interface SitePictures {
  readonly logo: string | null;
  readonly background: string | null;
}

export const noPictures: SitePictures = { logo: null, background: null };
export const SitePicturesContext = createContext<SitePictures>(noPictures);

export function useSitePictures(): SitePictures {
  return useContext(SitePicturesContext);
}

export function useSiteColour(colour: string): void {
  useEffect(() => showBrand(document.documentElement, colour), [colour]);
}

/** Null until the picture is there, and when there is none. A picture that went away is not shown any longer. */
function usePicture(connection: Connection, role: PictureRole, hash: string | null): string | null {
  const [fetched, setFetched] = useState<{ readonly hash: string; readonly address: string } | null>(null);
  useEffect(() => {
    if (hash === null) return;
    const abort = new AbortController();
    void connection.askPatiently('site.picture', { role }, abort.signal).then((reply) => {
      const picture = reply?.ok ? reply.value.picture : null;
      if (picture !== null)
        setFetched({ hash: picture.hash, address: `data:${picture.type};base64,${picture.base64}` });
    });
    return () => abort.abort();
  }, [connection, role, hash]);
  return fetched !== null && fetched.hash === hash ? fetched.address : null;
}

export function useFetchedPictures(connection: Connection, looks: ShownLooks | null): SitePictures {
  const logo = usePicture(connection, 'logo', looks?.logo ?? null);
  const wantsBackground = looks?.background === 'picture';
  const background = usePicture(connection, 'background', wantsBackground ? looks.picture : null);
  return { logo, background };
}
