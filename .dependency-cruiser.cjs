// The walls of the house, checked in every test run. Rooms and their order are read from the one list, shared/rooms.ts,
// so that a new room has its walls the moment it has its line there.
// A row is a room, a column is a zone of trust: shared (the law), server (the pipes), client (the windows).
// Test files may open what they test more widely where a rule says so; nothing may cross a zone.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The room names of shared/rooms.ts, upstream first, read as text: this file must run before anything is compiled. */
const readOrder = () => {
  const list = join(__dirname, 'shared', 'rooms.ts');
  if (!existsSync(list)) return [];
  const order = /\b(?:order|roomNames)\b[^=]*=\s*\[([^\]]*)\]/.exec(readFileSync(list, 'utf8'));
  const names = order === null ? [] : [...order[1].replace(/\/\/.*$/gm, '').matchAll(/['"]([a-z][a-zA-Z]*)['"]/g)].map((found) => found[1]);
  if (names.length === 0) throw new Error('shared/rooms.ts has no list `order = [...]` of room names: the walls cannot be drawn');
  return names;
};

// The stories' given/when/then counts as a test: it stands on the test runner.
const test = '\\.(test|testkit)\\.tsx?$|^shared/kernel/scenario\\.ts$';
const oneOf = (names) => `(${names.join('|')})`;

/** The walls for these rooms, as dependency-cruiser's `forbidden` rules. */
const wallsFor = (rooms) => {
  const anyRoom = rooms.length === 0 ? '(?!)' : oneOf(rooms);
  const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
  return [
    rule(
      'no-circles',
      'Two files that run each other are one file, or need a third. A type may look back: it is gone when the code runs.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('resolvable', 'Every import names a file or a package that is there.', {}, { couldNotResolve: true, pathNot: '\\.css$' }),
    rule('nothing-from-outside', 'The repository stands alone.', {}, { path: '^\\.\\./' }),
    rule('tests-are-leaves', 'Nothing is built on a test.', { pathNot: `${test}|^e2e/` }, { path: test }),

    rule('shared-is-pure', 'shared/ imports only zod.', { path: '^shared/', pathNot: test }, { pathNot: '^shared/|^node_modules/zod/' }),
    rule('shared-meets-nobody', 'The law knows neither pipes nor windows.', { path: '^shared/' }, { path: '^(server|client|e2e|bench)/' }),
    rule('client-meets-no-server', 'Client and server never meet.', { path: '^client/' }, { path: '^(server|e2e|bench)/' }),
    rule('server-meets-no-client', 'Client and server never meet.', { path: '^server/' }, { path: '^(client|e2e|bench)/' }),
    rule('no-node-on-pages', 'A page has no file system.', { path: '^client/', pathNot: test }, { dependencyTypes: ['core'] }),

    rule(
      'kernel-knows-no-room',
      'The kernel and the ui parts serve every room and know none.',
      { path: '^(shared|server|client)/kernel/|^client/ui/', pathNot: test },
      { path: `^(shared|server|client)/${anyRoom}/|^shared/(rooms|record)\\.ts$|^shared/record/|^client/screens/` },
    ),
    rule(
      'rooms-meet-in-rooms-ts',
      'In shared/ only rooms.ts and the record (record.ts, record/) see several rooms.',
      { path: '^shared/[^/]+\\.ts$', pathNot: `^shared/(rooms|record)\\.ts$|${test}` },
      { path: `^shared/${anyRoom}/` },
    ),
    rule(
      'room-is-on-the-list',
      'A folder with a room.ts needs its line in shared/rooms.ts: without it no wall stands around it.',
      { path: '^shared/[^/]+/room\\.ts$', pathNot: rooms.length === 0 ? '^shared/' : `^shared/(kernel|${rooms.join('|')})/` },
      {},
    ),
    ...rooms.flatMap((room, place) => {
      const upstream = rooms.slice(0, place);
      const heard = upstream.length === 0 ? [] : [`^shared/${oneOf(upstream)}/events\\.ts$`];
      return [
        rule(
          `${room}-hears-upstream-events`,
          `${room} opens another room only through its events.ts, and only upstream.`,
          { path: `^shared/${room}/`, pathNot: '\\.testkit\\.ts$' },
          { path: `^shared/${anyRoom}/`, pathNot: [`^shared/${room}/`, ...heard] },
        ),
        rule(
          `${room}-is-not-the-list`,
          'A room does not know who lives beside it.',
          { path: `^(shared|client)/${room}/`, pathNot: test },
          { path: '^shared/(rooms|record)\\.ts$|^shared/record/' },
        ),
        rule(
          `${room}-windows`,
          `client/${room} sees its own room, the kernel and the ui parts; rooms meet only in client/screens.`,
          { path: `^client/${room}/` },
          { path: '^(client|shared)/[^/]+/', pathNot: `^client/(${room}|kernel|ui)/|^shared/(${room}|kernel)/` },
        ),
        rule(
          `${room}-pipes`,
          `server/${room} leaves the other rooms' pipes alone.`,
          { path: `^server/${room}/` },
          { path: `^server/${anyRoom}/`, pathNot: `^server/${room}/` },
        ),
      ];
    }),
    rule(
      'rooms-meet-on-screens',
      'client/screens is the only place on the pages where rooms meet.',
      { path: '^client/', pathNot: `^client/(screens|${anyRoom})/|${test}` },
      { path: `^client/${anyRoom}/` },
    ),
  ];
};

module.exports = {
  forbidden: wallsFor(readOrder()),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|data|\\.e2e)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types cross walls too: an `import type` is an import here.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'style', 'node', 'default'] },
    cache: false,
  },
};
