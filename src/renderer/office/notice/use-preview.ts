/** The notice that a register makes: the last one that could be made stays until there is another. */
import { useEffect, useState } from 'react';
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { Register } from '../../../shared/contract/register.ts';
import type { Refused } from '../../../shared/reply.ts';
import { useCall } from '../../console/queries.ts';

export interface Preview {
  /** Null until there is a first one. */
  readonly shown: { readonly content: NoticeContent; readonly language: string } | null;
  /** Why there is none for what was asked last. */
  readonly error: Refused | null;
}

export function usePreview(register: Register, language: string): Preview {
  const { data, error } = useCall('notice.preview', { language, register }, { forget: true });
  const [last, setLast] = useState<Preview['shown']>(null);
  useEffect(() => {
    if (data) setLast({ content: data.content, language });
  }, [data, language]);
  return { shown: data ? { content: data.content, language } : last, error };
}
