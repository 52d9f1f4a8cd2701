/* The key of the test in the address (`#p=…`), wiped as it is read like every other. In a file of its own: the front door asks it at every
   opening, and loads the test only when it is there. Safe for phones. */

/** Null when this page was opened for something else. */
export const takeTrial = (): string | null => {
  const key = new URLSearchParams(location.hash.slice(1)).get('p');
  if (key === null || !/^[a-z0-9]{4,40}$/.test(key)) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return key;
};
