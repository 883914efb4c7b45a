import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useDesk } from '../../app/desk.tsx';
import { Failed } from '../../ui/states.tsx';
import styles from '../government.module.css';

type Hashed = { name: string; sizeBytes: number; sha256: string };

/** Chooses a file and hashes it; the file stays where it is. */
export function HashButton({ label, onHashed }: { label: string; onHashed(file: Hashed): void }) {
  const client = useDesk();
  const hash = useMutation({ mutationFn: () => client.government.hashFile(), onSuccess: (file) => file && onHashed(file) });
  return (
    <div className={styles['field']}>
      <div>
        <Button size="xs" variant="default" loading={hash.isPending} onClick={() => hash.mutate()}>
          {label}
        </Button>
      </div>
      {hash.error ? <Failed error={hash.error} compact /> : null}
    </div>
  );
}
