// What hangs on a block: PDF and pictures, shown on the wall by the console, opened on phones (AG7). Adding stores the file first;
// the block gets it only when the server has it whole.
import { useRef, useState } from 'react';
import type { AgendaBlockRows } from '../../shared/agenda/view.ts';
import type { Params } from '../../shared/kernel/room.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { agendaTexts } from './agendaTexts.ts';

/** Stores the file and attaches it; a refusal has a code that is put into words here. `onShare`: how much is up, 0 to 1. */
export type AgendaUpload = (
  block: string,
  file: File,
  onShare?: (share: number) => void,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: string; readonly params?: Params }>;

export interface AgendaMaterialsProps {
  block: AgendaBlockRows[number];
  may: boolean;
  send: Send;
  upload?: AgendaUpload | undefined;
  onShow?: ((block: string, material: string) => void) | undefined;
  onRefused: (words: string | null) => void;
}
export function AgendaMaterials({ block, may, send, upload, onShow, onRefused }: AgendaMaterialsProps) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const [loading, setLoading] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || upload === undefined) return;
    setLoading(file.name);
    setShare(0);
    const reply = await upload(block.id, file, setShare);
    setLoading(null);
    onRefused(reply.ok ? null : say(reply));
  };
  const detach = async (material: string): Promise<void> => {
    const reply = await send({ type: 'agenda.detach', block: block.id, material });
    onRefused(reply.ok ? null : say(reply));
  };
  return (
    <section className="fld">
      <h2 className="lb">{t('edit.materialsTitle')}</h2>
      <ul className="agenda-material-rows">
        {block.materials.map((material) => (
          <li key={material.id}>
            <Icon name="sheet" />
            <span>
              <bdi>{material.name}</bdi>
              <span className="meta">{material.kind === 'pdf' ? t('edit.pdf', { pages: material.pages ?? 1 }) : t('edit.image')}</span>
            </span>
            {onShow === undefined ? null : (
              <Button variant="quiet" onPress={() => onShow(block.id, material.id)}>
                {t('edit.show')}
              </Button>
            )}
            {may ? (
              <Button
                variant="quiet"
                icon="trash"
                label={t('edit.take', { name: material.name })}
                onPress={() => void detach(material.id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {upload === undefined || !may ? null : (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept="application/pdf,image/png,image/jpeg,image/webp"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button variant="quiet" icon="plus" onPress={() => input.current?.click()}>
            {loading === null ? t('edit.attach') : t('edit.attaching', { name: loading })}
          </Button>
          {loading === null ? null : (
            <progress className="agenda-share" max={1} value={share} aria-label={t('edit.attaching', { name: loading })} />
          )}
        </>
      )}
    </section>
  );
}
