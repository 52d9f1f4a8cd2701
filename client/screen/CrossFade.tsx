// The wall changes its picture by a cross-fade of 240 ms (SC5: calm motion): the old one goes while the new one comes.
// The old picture is what was last drawn, not drawn anew with data that no longer belong to it. Reduced motion: at once.
import { useEffect, useState, type ReactNode } from 'react';

/** A little longer than --calm, so that the old picture is gone before it is taken away. */
const fadeMs = 280;

interface Layers {
  readonly key: string;
  readonly node: ReactNode;
  readonly leaving: { readonly key: string; readonly node: ReactNode } | null;
}

/** `scene` names the picture; another name fades. `className` is each layer's. */
export function CrossFade({ scene, className, children }: { scene: string; className: string; children: ReactNode }) {
  const [layers, setLayers] = useState<Layers>({ key: scene, node: children, leaving: null });
  // The last drawn picture is kept as it goes: derived from what comes in, so no effect may be a frame late.
  if (layers.node !== children || layers.key !== scene) {
    setLayers(
      layers.key === scene
        ? { ...layers, node: children }
        : { key: scene, node: children, leaving: { key: layers.key, node: layers.node } },
    );
  }
  const going = layers.leaving?.key;
  useEffect(() => {
    if (going === undefined) return;
    const timer = setTimeout(() => setLayers((now) => (now.leaving?.key === going ? { ...now, leaving: null } : now)), fadeMs);
    return () => clearTimeout(timer);
  }, [going, layers.key]);
  return (
    <>
      {layers.leaving === null || layers.leaving.key === layers.key ? null : (
        <div key={layers.leaving.key} className={`${className} going`} aria-hidden="true" inert>
          {layers.leaving.node}
        </div>
      )}
      <div key={layers.key} className={layers.leaving === null ? className : `${className} coming`}>
        {layers.node}
      </div>
    </>
  );
}
