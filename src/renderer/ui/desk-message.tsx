/** Words that must be seen: tags, messages, and what stands where a list is empty. Colour never speaks alone. */
import type { ReactNode } from 'react';
import { DeskIcon, type IconName } from './desk-icon.tsx';

export type Tone = 'plain' | 'good' | 'waiting' | 'bad';

export function DeskTag({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return <span className={tone === 'plain' ? 'desk-tag' : `desk-tag desk-tag--${tone}`}>{children}</span>;
}

const icons: Readonly<Record<Tone, IconName>> = {
  plain: 'office',
  good: 'tick',
  waiting: 'warning',
  bad: 'warning',
};

export function DeskMessage({
  tone = 'plain',
  icon,
  title,
  action,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly title?: ReactNode;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div
      className={tone === 'plain' ? 'desk-message' : `desk-message desk-message--${tone}`}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <DeskIcon name={icon ?? icons[tone]} />
      <div className="desk-message__body">
        {title ? <b>{title}</b> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}

export function DeskNothing({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="desk-nothing">
      <b>{title}</b>
      {children ? <span>{children}</span> : null}
    </div>
  );
}
