/* Entry of what goes on paper: cards, join sheet, answer sheets, the whole session. Laptop, then A4. */
import { startLaptop } from './organiser/start.tsx';
import { Print } from './screens/Print.tsx';
import './ui/ui.css';
import './ui/ui.laptop.css';

void startLaptop(<Print />);
