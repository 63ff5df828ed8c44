/** The kiosk with the looks of the form, before they are saved: welcome, question and notice. */
import { lazy, Suspense, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { BrandColour, Looks, standardLooks } from '../../../shared/contract/looks.ts';
import { useCall } from '../../console/queries.ts';
import { useSite } from '../../console/site.tsx';
import type { SettingsValues } from '../../console/site-fields.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ownName } from '../../words/own-name.ts';

// The kiosk's screens are a third of the console's size: they come when somebody looks at them.
const KioskPreview = lazy(async () => ({
  default: (await import('../../kiosk/preview/kiosk-preview.tsx')).KioskPreview,
}));

const screens = ['attract', 'name', 'notice'] as const;
/** CSS pixels of a usual kiosk, and how wide its picture is here. */
const shapes = {
  portrait: { window: { width: 1080, height: 1920 }, width: 160 },
  landscape: { window: { width: 1280, height: 800 }, width: 250 },
} as const;

/** What is typed, as far as it is right. */
function rightSoFar(typed: SettingsValues['settings']['looks']): Looks {
  const brandColour = BrandColour.safeParse(typed?.brandColour ?? '');
  const read = Looks.safeParse({ ...typed, brandColour: brandColour.data ?? '' });
  return read.success ? read.data : { ...standardLooks, brandColour: brandColour.data ?? '' };
}

export function LooksPreview({
  pictures,
}: {
  readonly pictures: { readonly logo: string | null; readonly background: string | null };
}) {
  const { t } = useTranslation('console');
  const site = useSite();
  const { watch } = useFormContext<SettingsValues>();
  const [language, setLanguage] = useState(site.defaultLanguage);
  const [shape, setShape] = useState<keyof typeof shapes>('portrait');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const notice = useCall('notice.current', { language }).data ?? null;
  const looks = rightSoFar(watch('settings.looks'));
  const siteName = watch('settings.siteName');
  const { window, width } = shapes[shape];
  return (
    <section className="looks-preview" aria-label={t('looks.preview')}>
      <div className="looks-preview__choices">
        <DeskTabs
          as="chips"
          label={t('looks.shape')}
          chosen={shape}
          onChoose={setShape}
          tabs={(['portrait', 'landscape'] as const).map((name) => ({
            name,
            label: t(`looks.shapeOf.${name}`),
          }))}
        />
        <DeskTabs
          as="chips"
          label={t('looks.theme')}
          chosen={theme}
          onChoose={setTheme}
          tabs={(['light', 'dark'] as const).map((name) => ({ name, label: t(`looks.themeOf.${name}`) }))}
        />
        <DeskTabs
          as="chips"
          label={t('looks.previewLanguage')}
          chosen={language}
          onChoose={setLanguage}
          tabs={site.languages.map((name) => ({ name, label: ownName(name) }))}
        />
      </div>
      <div className="looks-preview__screens">
        <Suspense>
          {screens.map((screen) => (
            <figure key={screen} className="looks-preview__screen">
              <div className="looks-preview__glass">
                <KioskPreview
                  screen={screen}
                  site={{ ...site, siteName }}
                  looks={looks}
                  pictures={{
                    logo: pictures.logo,
                    background: looks.background === 'picture' ? pictures.background : null,
                  }}
                  notice={notice}
                  language={language}
                  theme={theme}
                  window={window}
                  width={width}
                />
              </div>
              <figcaption>{t(`looks.previewOf.${screen}`)}</figcaption>
            </figure>
          ))}
        </Suspense>
      </div>
    </section>
  );
}
