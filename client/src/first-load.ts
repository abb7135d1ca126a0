/**
 * All that a page has before a part of it is fetched. Each such part imports this: the bundler cuts
 * what several share into a file for every way of sharing it, and a phone would wait for them all.
 */

import "./room/room.tsx";
import "./wall.tsx";
