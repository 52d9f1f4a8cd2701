/* Entry of the organiser's pages: assemblies, people and accesses, this computer. Laptop. */
import { startLaptop } from './organiser/start.tsx';
import { takeSetup } from './organiser/SetUp.tsx';
import { Home } from './screens/Home.tsx';
import './ui/ui.css';
import './ui/ui.laptop.css';

const setup = takeSetup();
void startLaptop(<Home setup={setup} />);
