// The first thing that runs, written so that any Node since 12 can read it: which Node this is, and whether it will do.
// The embedded database ends an older Node with a segmentation fault at the first open, which tells nobody anything (K10).
// Nothing native, and no file of ours in TypeScript, may be imported before this check.

/** Node's oldest version that the database and the pages' build accept. */
const oldest = [22, 13];
/** From here on Node reads TypeScript without being asked. */
const readsTypeScript = [22, 18];

const notBefore = (version, [major, minor]) => {
  const [thisMajor = 0, thisMinor = 0] = version.split('.').map(Number);
  return thisMajor > major || (thisMajor === major && thisMinor >= minor);
};

/** What is wrong with a Node version such as '20.20.2', in words for a person, or null. */
export const complaintAbout = (version) =>
  notBefore(version, oldest)
    ? null
    : `Plenaria needs Node ${oldest.join('.')} or newer; this is Node ${version}.\n` +
      "Run 'npm ci' and then 'npm start': npm brings the right Node with it, in node_modules/.bin.";

/** Flags that make `node` of this version run a .ts file. */
export const flagsFor = (version) => (notBefore(version, readsTypeScript) ? [] : ['--experimental-strip-types']);

/** Ends the process, with words, when this Node is too old. */
export const requireNode = () => {
  const complaint = complaintAbout(process.versions.node);
  if (complaint === null) return;
  console.error(complaint);
  process.exit(1);
};
