/** The server as a program of its own: what the extension starts. */
import { startServer } from './node.ts';

startServer();
