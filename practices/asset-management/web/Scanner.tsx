import { Alert, Button, FileButton, Group, Stack } from '@mantine/core';
import { IconCamera, IconPhoto, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from './asset.web.ts';
import { codeIn, codeInFile } from './scan.ts';
import styles from './asset.module.css';

/** Between two looks at the picture: more of them drain the battery and read no better. */
const everyMs = 220;
/** The same code in front of the camera is one label, not ten. */
const sameForMs = 2500;

/** Reads codes from the camera, one after the other, or from a photo where the camera cannot be opened. */
export function Scanner({ onCode }: { onCode: (code: string) => void }) {
  const t = useT();
  const [on, setOn] = useState(false);
  const [fault, setFault] = useState<string>();
  const allowed = window.isSecureContext && navigator.mediaDevices !== undefined;
  const read = async (file: File | null) => {
    if (!file) return;
    const code = await codeInFile(file).catch(() => undefined);
    setFault(code === undefined ? t('asset_pages.no_code') : undefined);
    if (code !== undefined) onCode(code);
  };
  return (
    <Stack gap="xs">
      {on && <Camera onCode={onCode} onFault={(why) => (setFault(t('asset_pages.no_camera', { why })), setOn(false))} />}
      {fault !== undefined && (
        <Alert color="orange" role="alert" p="xs">
          {fault}
        </Alert>
      )}
      <Group gap="xs" grow>
        {allowed && (
          <Button
            size="md"
            variant={on ? 'default' : 'filled'}
            leftSection={on ? <IconPlayerStop size={18} aria-hidden /> : <IconCamera size={18} aria-hidden />}
            onClick={() => (setFault(undefined), setOn(!on))}
          >
            {on ? t('asset_pages.stop') : t('asset_pages.scan')}
          </Button>
        )}
        {!on && (
          <FileButton accept="image/*" capture="environment" onChange={(file) => void read(file)}>
            {(props) => (
              <Button {...props} size="md" variant="default" leftSection={<IconPhoto size={18} aria-hidden />}>
                {t('asset_pages.photo')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
    </Stack>
  );
} // prettier-ignore

function Camera({ onCode, onFault }: { onCode: (code: string) => void; onFault: (why: string) => void }) {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onCode, onFault });
  useEffect(() => {
    told.current = { onCode, onFault };
  });
  useEffect(() => {
    const place = video.current;
    if (!place) return undefined;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let last = { code: '', at: 0 };
    const look = async () => {
      const code = place.readyState >= 2 ? await codeIn(place).catch(() => undefined) : undefined;
      if (over) return;
      const now = Date.now();
      if (code !== undefined && (code !== last.code || now - last.at > sameForMs)) {
        navigator.vibrate?.(60);
        told.current.onCode(code);
      }
      if (code !== undefined) last = { code, at: now };
      timer = setTimeout(() => void look(), everyMs);
    };
    const open = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      // Closed while the phone was still asking.
      if (over) return stopAll(stream);
      place.srcObject = stream;
      await place.play();
      await look();
    };
    open().catch((error: unknown) => {
      if (!over) told.current.onFault(error instanceof Error ? error.message : String(error));
    });
    return () => {
      over = true;
      clearTimeout(timer);
      if (stream) stopAll(stream);
    };
  }, []);
  return <video ref={video} className={styles['video']} playsInline muted aria-label={t('asset_pages.scan')} />;
} // prettier-ignore

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
