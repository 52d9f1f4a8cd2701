// Pages of who presents, driven from the console (AG7): the page on the wall, the one that follows, the way to each;
// and the documents that hang on the running block. Two who press together turn one page: a wish names the page it leaves.
import type { ScreenDriverView } from '../../shared/screen/view.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Refused, useAsk } from './ask.tsx';
import { PageMarks } from './SlidesScene.tsx';
import { SlidePage, type Document } from './SlidePage.tsx';
import { screenTexts } from './screenTexts.ts';
import './screen.css';

/** A document hung on a block. `pages` is 1 for a picture. */
export interface SlidesMaterial extends Document {
  readonly id: string;
  readonly pages: number;
}
export interface SlidesConsoleProps {
  readonly view: ScreenDriverView;
  readonly send: Send;
  /** Of the running block, in its order. */
  readonly materials: readonly SlidesMaterial[];
  readonly block: string | null;
}
const mostMarks = 40;

export function SlidesConsole({ view, send, materials, block }: SlidesConsoleProps) {
  const t = useTexts(screenTexts);
  const { ask, refused } = useAsk(send);
  const shown = view.slides === null ? undefined : materials.find(({ id }) => id === view.slides?.material);
  const placeOf = (id: string): number => view.places.find(({ material }) => material === id)?.page ?? 1;
  const show = (material: SlidesMaterial, page: number) =>
    void ask({ type: 'screen.showSlides', material: material.id, page, pages: material.pages, block });
  return (
    <section className="slides-console" aria-label={t('slides.title')}>
      {view.slides !== null && shown !== undefined ? (
        <Shown slides={view.slides} material={shown} ask={ask} onResume={(page) => show(shown, page)} />
      ) : null}
      <Refused words={refused} />
      {materials.length === 0 ? (
        <p className="meta">{t('slides.none')}</p>
      ) : (
        <ul className="rows">
          {materials
            .filter(({ id }) => id !== shown?.id)
            .map((material) => {
              const page = Math.min(placeOf(material.id), material.pages);
              return (
                <li key={material.id} className="screen-row">
                  <span>
                    {material.name}{' '}
                    <span className="meta nb">
                      {material.kind === 'image' ? t('slides.picture') : t('slides.pages', { n: material.pages })}
                    </span>
                  </span>
                  <Button variant="quiet" onPress={() => show(material, page)}>
                    {page > 1 ? t('slides.resume', { page }) : t('slides.show')}
                    <span className="sr-only">: {material.name}</span>
                  </Button>
                </li>
              );
            })}
        </ul>
      )}
    </section>
  );
}

interface ShownProps {
  readonly slides: NonNullable<ScreenDriverView['slides']>;
  readonly material: SlidesMaterial;
  readonly ask: ReturnType<typeof useAsk>['ask'];
  readonly onResume: (page: number) => void;
}
function Shown({ slides, material, ask, onResume }: ShownProps) {
  const t = useTexts(screenTexts);
  const { page, pages, onWall } = slides;
  const turn = (to: number) => void ask({ type: 'screen.page', material: slides.material, from: page, to });
  return (
    <>
      <div className="slides-two">
        <figure>
          <SlidePage document={material} page={page} pages={pages} className="slides-now" />
          <figcaption className="meta">{onWall ? t('slides.now', { page }) : t('slides.under', { page })}</figcaption>
        </figure>
        <figure>
          {page < pages ? <SlidePage document={material} page={page + 1} pages={pages} className="slides-next" /> : null}
          <figcaption className="meta">{page < pages ? t('slides.next', { page: page + 1 }) : t('slides.last')}</figcaption>
        </figure>
      </div>
      <div className="slides-turn">
        {page > 1 ? (
          <Button icon="back" onPress={() => turn(page - 1)}>
            {t('slides.back', { page: page - 1 })}
          </Button>
        ) : null}
        {pages <= mostMarks ? <PageMarks page={page} pages={pages} /> : null}
        <b className="nb">{t('slides.count', { page, pages })}</b>
        {!onWall ? (
          <Button variant="primary" onPress={() => onResume(page)}>
            {t('slides.resume', { page })}
          </Button>
        ) : page < pages ? (
          <Button variant="primary" keyHint="→" onPress={() => turn(page + 1)}>
            {t('slides.forward', { page: page + 1 })}
          </Button>
        ) : null}
      </div>
      <p className="slides-end">
        {onWall ? null : <span className="meta">{t('slides.covered')}</span>}
        <Button variant="quiet" onPress={() => void ask({ type: 'screen.endSlides', material: slides.material })}>
          {t('slides.away')}
        </Button>
      </p>
    </>
  );
}
