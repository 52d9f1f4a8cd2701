/* The whole board for pages that are mostly phones: fetched when there is room to show it, not with the page. Safe for phones. */
import { later } from '../kernel/later.tsx';
import './beside.css';

export const WholeBoard = later(() => import('../board/BoardPage.tsx').then((all) => all.BoardPage));
