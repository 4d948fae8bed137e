/**
 * `npm run pictures`: takes pictures of every page and state, in both languages and themes, for looking at them.
 * They are written to `.output/pictures/<language>-<theme>/<name>-<width>.png`. Options, after `--`:
 *
 *   --firefox        uses Firefox
 *   --width=360      one width instead of 360, 768 and 1440; half of a width is the page at 200 %
 *   --only=popup     only pictures with this in their name (see pictures/stages.ts)
 *   --language=de    one language
 */
import { runBuilt } from './built.mjs'

await runBuilt('npm run pictures', 'pictures/take.ts', ...process.argv.slice(2))
