/** A picture of the kiosk with what can be chosen about it: layer, display, large text. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import { DeskChoice } from '../../ui/desk-field.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { type DisplayName, displays, KioskPicture, type Layer } from './kiosk-picture.tsx';

const layers: readonly Layer[] = ['short', 'full'];

export function PictureChoice({
  content,
  language,
  firstLayer = 'short',
  section,
}: {
  readonly content: NoticeContent;
  readonly language: string;
  readonly firstLayer?: Layer;
  readonly section?: string | undefined;
}) {
  const { t } = useTranslation('console');
  const [layer, setLayer] = useState<Layer>(firstLayer);
  const [display, setDisplay] = useState<DisplayName>('upright');
  const [large, setLarge] = useState(false);
  return (
    <div className="picture-choice">
      <div className="picture-choice__row">
        <DeskTabs
          as="chips"
          label={t('notice.picture.layer')}
          chosen={layer}
          onChoose={setLayer}
          tabs={layers.map((name) => ({ name, label: t(`notice.picture.${name}`) }))}
        />
        <DeskChoice
          type="checkbox"
          label={t('notice.picture.large')}
          checked={large}
          onChange={(event) => setLarge(event.target.checked)}
        />
      </div>
      <DeskTabs
        as="chips"
        label={t('notice.picture.display')}
        chosen={display}
        onChoose={setDisplay}
        tabs={(Object.keys(displays) as DisplayName[]).map((name) => ({
          name,
          label: t(`notice.picture.${name}`),
        }))}
      />
      <KioskPicture
        content={content}
        language={language}
        layer={layer}
        display={display}
        large={large}
        section={section}
      />
    </div>
  );
}
