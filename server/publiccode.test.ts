// publiccode.yml is how a public administration finds Plenaria in the catalogues of reusable software.
// The standard (0.4) is checked here by hand: a catalogue drops a file that breaks it, and says so to nobody.
// Also held to: the version is the package's own, the licence is the one beside it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The words of the standard's controlled vocabulary that could ever describe this software. */
const categories = ['collaboration', 'communications', 'data-collection', 'digital-citizenship', 'event-management', 'survey'] as const;

const Description = z.strictObject({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().min(1)).min(1),
});

const PublicCode = z.strictObject({
  publiccodeYmlVersion: z.literal('0.4'),
  name: z.literal('Plenaria'),
  url: z.url({ protocol: /^https$/ }),
  softwareVersion: z.string(),
  releaseDate: z.iso.date(),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  categories: z.array(z.enum(categories)).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  description: z.strictObject({ it: Description, en: Description }),
  legal: z.strictObject({ license: z.literal('EUPL-1.2') }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'community']),
    contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  }),
  localisation: z.strictObject({ localisationReady: z.literal(true), availableLanguages: z.array(z.enum(['it', 'en', 'ar'])).min(1) }),
});

describe('publiccode.yml', () => {
  const text = read('publiccode.yml');
  it('obeys the standard 0.4: every mandatory key, no unknown one, texts within their lengths', () => {
    expect(PublicCode.safeParse(parse(text)).error?.issues ?? []).toEqual([]);
  });
  it('names the version and the licence of the package', () => {
    const { softwareVersion, legal } = PublicCode.parse(parse(text));
    expect(softwareVersion).toBe(packageJson.version);
    expect(legal.license).toBe(packageJson.license);
  });
});

describe('LICENSE', () => {
  it('is the whole EUPL 1.2, from its title to its appendix', () => {
    const licence = read('LICENSE');
    expect(licence).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
    expect(licence.match(/^\d+\. ?[A-Z]/gm)).toHaveLength(15);
    expect(licence).toContain('‘Compatible Licences’ according to Article 5 EUPL are:');
  });
});
