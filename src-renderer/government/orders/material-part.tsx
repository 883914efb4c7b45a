import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import type { ActFormProps } from '../../case/acts/act-form.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { HashButton } from '../disclosures/hash-button.tsx';
import styles from '../government.module.css';
import { SpecForm } from '../spec-form.tsx';

/** A case about child sexual abuse material: what is recorded of it, by hash alone, and what has to be done. */
export function MaterialPart({ view }: { view: CaseView }) {
  const { t } = useText();
  const go = useGo();
  if (view.facts.sexualAndChild !== true) return null;
  const { recorded, handedOver } = view.handling.material;
  const offered = (['record-material', 'report', 'hand-over-material'] as const).filter((doing) => view.allowed.includes(doing));
  return (
    <section className={styles['stack']} aria-label={t('orders.material')}>
      <Notice tone="warn" title={t('orders.material')}>
        <p>{t('orders.materialHint')}</p>
      </Notice>
      {recorded.map(({ files, lies, frozenBy, unit, at, byName }) => (
        <div key={at + lies} className={styles['step']}>
          <p className={styles['strong']}>{t('orders.materialLies', { lies, by: frozenBy })}</p>
          <p className={styles['muted']}>{files.map(({ item, sha256 }) => [item, sha256].filter(Boolean).join(': ')).join(' · ')}</p>
          <p className={styles['muted']}>
            {unit} · {t('government.checkedBy', { at: formatInstant(at), name: byName })}
          </p>
        </div>
      ))}
      {handedOver.map(({ to, receipt, at }) => (
        <p key={at + to} className={styles['muted']}>
          {t('orders.handedOver', { to, receipt, at: formatInstant(at) })}
        </p>
      ))}
      <div className={styles['stepHead']}>
        {offered.map((doing) => (
          <Button key={doing} size="xs" variant="default" onClick={() => go.act(view.ref, doing)}>
            {t(`act.${doing}.name`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** The hash, typed or computed of a file where it lies; no byte of it is kept. */
export function RecordMaterialForm(props: ActFormProps) {
  const { t } = useText();
  const [hashes, setHashes] = useState<string[]>([]);
  return (
    <SpecForm
      {...props}
      act="record-material"
      transform={(input) => {
        const typed = ((input['hashes'] as string[] | undefined) ?? []).map((text) => text.toLowerCase());
        const { hashes: _hashes, ...rest } = input;
        return { ...rest, files: [...new Set([...hashes, ...typed])].map((sha256) => ({ sha256 })) };
      }}
      specs={[
        { name: 'hashes', sort: 'list', isOptional: true },
        { name: 'lies', sort: 'line' },
        { name: 'frozenBy', sort: 'line' },
        { name: 'unit', sort: 'line' },
        { name: 'at', sort: 'instant' },
        { name: 'note', sort: 'line', isOptional: true },
      ]}
    >
      <HashButton
        label={t('act.record-material.compute')}
        onHashed={({ sha256 }) => setHashes(isHash(sha256) ? [...hashes, sha256] : hashes)}
      />
      {hashes.map((hash) => (
        <p key={hash} role="status" className={styles['muted']}>
          {hash}
        </p>
      ))}
    </SpecForm>
  );
}

/** The material was handed to the unit on its requisition. */
export function HandOverForm(props: ActFormProps) {
  return (
    <SpecForm
      {...props}
      act="hand-over-material"
      specs={[
        { name: 'to', sort: 'line' },
        { name: 'receipt', sort: 'line' },
        { name: 'at', sort: 'instant' },
        { name: 'note', sort: 'line', isOptional: true },
      ]}
    />
  );
}
