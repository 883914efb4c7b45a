import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { certificateSources, controls, relations } from '../../../src-main/government/contract/words.ts';
import type { Production } from '../../../src-main/government/contract.ts';
import { useDesk, useWorkspace } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import type { ActFormProps } from '../../case/acts/act-form.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import { HashButton } from '../disclosures/hash-button.tsx';
import styles from '../government.module.css';
import { disclosuresQuery } from '../queries.ts';
import { SpecForm } from '../spec-form.tsx';

interface FilesProps {
  productions: readonly Production[];
  hashed: Readonly<Record<number, string>>;
  onHashed(seq: number, sha256: string): void;
}

/** Every file is hashed again as it is enclosed: one that changed cannot be certified. */
function Files({ productions, hashed, onHashed }: FilesProps) {
  const { t } = useText();
  return (
    <fieldset className={styles['stack']}>
      <legend>{t('act.record-certificate.files')}</legend>
      {productions.map(({ seq, name, sha256 }) => {
        const again = hashed[seq];
        return (
          <div key={seq} className={styles['step']}>
            <p className={styles['strong']}>{name}</p>
            <HashButton label={t('act.record-certificate.again')} onHashed={(file) => onHashed(seq, file.sha256)} />
            {again === undefined ? null : (
              <p role="status" className={styles['muted']}>
                {t(again === sha256 ? 'act.disclose.same' : 'act.disclose.changed')}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function Certify({ productions, ...props }: ActFormProps & { productions: readonly Production[] }) {
  const { look, t } = useText();
  const { person } = useWorkspace();
  const [hashed, setHashed] = useState<Record<number, string>>({});
  const options = (part: 'source' | 'control' | 'relation', ids: readonly string[]) =>
    ids.map((id) => ({ value: id, label: look(`orders.${part}.${id}`, id) }));
  const files = productions.flatMap(({ seq }) => (hashed[seq] === undefined ? [] : [{ production: seq, sha256: hashed[seq] }]));
  return (
    <SpecForm
      {...props}
      act="record-certificate"
      fixed={{ files }}
      obstacle={files.length === 0 ? t('act.record-certificate.noFile') : null}
      specs={[
        { name: 'name', sort: 'line', first: person.name },
        { name: 'relation', sort: 'choice', options: options('relation', relations) },
        { name: 'relative', sort: 'line' },
        { name: 'address', sort: 'line' },
        { name: 'sources', sort: 'checks', options: options('source', certificateSources) },
        { name: 'other', sort: 'line', isOptional: true },
        { name: 'makeModel', sort: 'line' },
        { name: 'colour', sort: 'line', isOptional: true },
        { name: 'serial', sort: 'line', isOptional: true },
        { name: 'identifier', sort: 'line', isOptional: true },
        { name: 'more', sort: 'line', isOptional: true },
        { name: 'control', sort: 'checks', options: options('control', controls) },
        { name: 'place', sort: 'line' },
        { name: 'at', sort: 'instant' },
      ]}
    >
      <Files productions={productions} hashed={hashed} onHashed={(seq, sha256) => setHashed({ ...hashed, [seq]: sha256 })} />
    </SpecForm>
  );
}

/** Part A of the certificate of section 63(4)(c) BSA, for the files hashed for production. */
export function CertificateForm(props: ActFormProps) {
  const { data, error, refetch } = useQuery(disclosuresQuery(useDesk(), props.view.ref));
  if (data) return <Certify productions={data.productions} {...props} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting lines={6} />;
}
