/** The camera's picture, mirrored as a looking-glass is, and what to do in front of it. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session-context.ts';

export function CameraPreview() {
  const { code } = useSession();
  const { t } = useTranslation('kiosk');
  const { camera } = code;
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState(false);
  const latest = useRef(camera);
  useEffect(() => {
    latest.current = camera;
  });
  const { salt } = camera;
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const gone = (): void => {
      if (!signal.aborted) latest.current.fail();
    };
    const watch = async (): Promise<void> => {
      const { watchCamera } = await import('./watch-camera.ts');
      if (video.current === null || signal.aborted) return;
      await watchCamera({
        video: video.current,
        salt,
        signal,
        onSeen: () => setSeen(true),
        onReading: (reading) => latest.current.read(reading),
        onGone: gone,
      });
    };
    watch().catch(gone);
    return () => end.abort();
  }, [salt]);

  const words =
    code.looking || !seen
      ? 'code.looking'
      : camera.miss === null
        ? 'code.camera.show'
        : camera.miss === 'foreign'
          ? 'code.camera.foreign'
          : 'code.unknown';
  return (
    <div className="camera">
      {/* What it shows is the visitor themselves; the words beside it say all there is to know. */}
      <video ref={video} className="camera__picture" muted playsInline aria-hidden="true" tabIndex={-1} />
      <p key={words} className="camera__words" role={camera.miss === null ? 'status' : 'alert'}>
        {t(words)}
      </p>
    </div>
  );
}
