// The facilitator's own words on a phone: a band over whatever is there, as long as they stay (SC7). Member and audience read the same.
// It moves nothing a person is typing or choosing; screen readers hear it once, politely. Safe for phones.
import type { ScreenPhoneView } from '../../shared/screen/view.ts';
import { dirOf, useLang, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { phoneTexts } from './phoneTexts.ts';

/** Nothing when there are no words. Line breaks are the facilitator's. */
export function WordsPhone({ view }: { view: ScreenPhoneView | null }) {
  const t = useTexts(phoneTexts);
  const own = useLang();
  const said = view?.words ?? null;
  if (said === null) return null;
  const lang = said.lang ?? own;
  return (
    <Band kind="info" icon="screen" title={<span className="sr-only">{t('words')}: </span>}>
      {said.s.split('\n').map((line, index) => (
        <bdi key={index} lang={lang} dir={dirOf(lang)} style={{ display: 'block', fontWeight: index === 0 ? 600 : 400 }}>
          {line}
        </bdi>
      ))}
    </Band>
  );
}
