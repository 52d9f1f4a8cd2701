/* A sentence of ours with a part in bold: "**31** di 73 hanno scritto" in the dictionary becomes <b>31</b> di 73 …
   Only that one sign, so that translators keep whole sentences and no markup travels in dictionaries. Safe for phones. */
import { Fragment } from 'react';

export function Rich({ text }: { text: string }) {
  return (
    <>
      {text.split('**').map((part, index) => (
        <Fragment key={index}>{index % 2 === 1 ? <b>{part}</b> : part}</Fragment>
      ))}
    </>
  );
}
