import { useEffect, useMemo } from 'react';
import type { RevealedFile } from '../../../src-main/identity/contract.ts';
import { useText } from '../../app/text.ts';
import { PdfView } from '../../ui/pdf-view.tsx';
import { showable } from './files.ts';
import styles from './identity.module.css';

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)).buffer;
}

function Picture({ file }: { file: RevealedFile }) {
  const { t } = useText();
  const url = useMemo(() => URL.createObjectURL(new Blob([bytesOf(file.base64)], { type: file.mediaType })), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <img className={styles['picture']} src={url} alt={t('identity.file.picture', { name: file.name })} />;
}

/** What somebody asked to see, for as long as the tab is open; nothing of it is kept in the window. */
export function Revealed({ file }: { file: RevealedFile }) {
  const { t } = useText();
  const way = showable(file.mediaType);
  if (way === 'picture') return <Picture file={file} />;
  if (way === 'pdf') return <PdfView pdf={file.base64} label={() => t('identity.file.picture', { name: file.name })} />;
  return <p className={styles['state']}>{t('identity.file.noPicture')}</p>;
}
