/* A refusal in words. The rooms' own sentences come from the screen that holds these pages (rooms meet there), handed down by context. */
import { createContext, useContext } from 'react';
import { useRefusal, type RefusalWords } from '../kernel/refusal.ts';
import type { Failed } from './api.ts';
import { organiserTexts } from './organiserTexts.ts';

export const RoomWords = createContext<RefusalWords>({});
export const useSay = (): ((failed: Failed) => string) => {
  const rooms = useContext(RoomWords);
  return useRefusal({ ...rooms, organiser: organiserTexts });
};
