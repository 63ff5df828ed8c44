/** A report as it came: its bytes in hexadecimal with their bits below, the place of the number marked. */
import { useTranslation } from 'react-i18next';
import type { ReportField, TestTap } from '../../../shared/contract/readers.ts';

/** More bytes than any card's number takes; the rest of a long report is only counted. */
const mostBytes = 64;

function inGroups(text: string, size: number): string {
  return text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

/** The bits of a polled card, the first one sent first. */
function bitsOf(raw: string, bits: number): string {
  if (!/^[0-9A-F]+$/i.test(raw)) return '';
  return BigInt(`0x${raw}`).toString(2).padStart(bits, '0');
}

export function TestRaw({
  tap,
  field,
}: {
  readonly tap: TestTap;
  /** Where the number stands, once that is known. */
  readonly field: ReportField | null;
}) {
  const { t } = useTranslation('console');
  if (tap.bits !== null) {
    const bits = bitsOf(tap.raw, tap.bits);
    return (
      <dl className="test-raw">
        <dt>{t('readers.test.raw')}</dt>
        <dd className="test-raw__text">{tap.raw}</dd>
        <dt>{t('readers.test.bits', { count: tap.bits })}</dt>
        <dd className="test-raw__text">{inGroups(bits, 8)}</dd>
      </dl>
    );
  }
  if (tap.kind === 'text')
    return (
      <dl className="test-raw">
        <dt>{t('readers.test.raw')}</dt>
        <dd className="test-raw__text">{tap.raw}</dd>
      </dl>
    );
  const bytes = tap.raw.match(/../g) ?? [];
  const shown = bytes.slice(0, mostBytes);
  const isNumber = (index: number): boolean =>
    field !== null && index >= field.offset && index < field.offset + field.length;
  return (
    <dl className="test-raw">
      <dt>
        {t('readers.test.raw')} · {t('readers.test.rawBytes', { count: bytes.length })}
      </dt>
      <dd>
        <span className="desk-unseen">{inGroups(shown.join(''), 2)}</span>
        <span className="test-raw__bytes" aria-hidden="true">
          {shown.map((byte, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a byte is its place
            <span key={index} data-number={isNumber(index) || undefined}>
              <b>{byte}</b>
              <small>{Number.parseInt(byte, 16).toString(2).padStart(8, '0')}</small>
            </span>
          ))}
        </span>
        {bytes.length > mostBytes ? (
          <small className="desk-muted">
            {t('readers.test.restBytes', { count: bytes.length - mostBytes })}
          </small>
        ) : null}
      </dd>
    </dl>
  );
}
