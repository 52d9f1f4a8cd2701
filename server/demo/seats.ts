// Ninety invented seats: attributes spread as a city's are, by arithmetic, so that the demo is the same everywhere. No names, no real person.

export interface DemoSeat {
  readonly seat: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const gender = ['Donna', 'Uomo'] as const;
const ages = ['16-24', '25-44', '25-44', '45-64', '45-64', '65 e più'] as const;
const education = ['Licenza media', 'Diploma', 'Diploma', 'Laurea'] as const;

export const demoSeats = (count = 90): readonly DemoSeat[] =>
  Array.from({ length: count }, (_, index) => ({
    seat: String(index + 1),
    attributes: {
      genere: index === 37 ? 'Altro' : (gender[index % 2] ?? 'Donna'),
      fascia_eta: ages[(index * 5 + Math.floor(index / 7)) % ages.length] ?? '25-44',
      municipio: String(((index * 4) % 9) + 1),
      cittadinanza: index % 8 === 3 ? 'Altra' : 'Italiana',
      titolo_studio: education[(index * 3 + Math.floor(index / 11)) % education.length] ?? 'Diploma',
    },
  }));
