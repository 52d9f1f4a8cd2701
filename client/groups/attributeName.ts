// The name of an attribute of the roll as people say it: those of the usual import have words, the others are read as they are written.
import { useTexts } from '../kernel/i18n.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';

const usual = ['genere', 'fascia_eta', 'municipio', 'cittadinanza', 'titolo_studio', 'lingua'] as const;
export const useAttributeName = (): ((attribute: string) => string) => {
  const t = useTexts(groupsConsoleTexts);
  return (attribute) => {
    const known = usual.find((one) => one === attribute);
    return known === undefined ? attribute.replaceAll('_', ' ') : t(`attribute.${known}`);
  };
};
