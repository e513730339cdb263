import { resolve, join } from 'node:path';
import { countText, plural } from '#lib/radar/words/numbers.ts';
import { makeFolder } from '#lib/server/new-folder/make-folder.ts';
import {
	isLocalLandscape,
	LandscapeUnavailable,
	readLandscapeSource
} from '#lib/server/sources/landscape/landscape-source.ts';
import { readOptions, today, UsageError, type Command } from './command.ts';

const BUNDLED = join(import.meta.dirname, '..', '..', 'data');

export const initCommand: Command = {
	name: 'init',
	summary: 'Makes a data folder for another landscape',
	help: `Usage: npm run radar -- init --landscape SOURCE --folder DIR [options]

Makes a data folder for a landscape in the format of landscape2, with the model of this radar. Its first crawl makes
the first edition: npm run crawl -- --data DIR.

  --landscape SOURCE  address or file of the landscape; the folder remembers it
  --folder DIR        the new folder; refused when it holds something
  --foundation NAME   whose landscape it is, as sentences name it (default: Foundation)
  --licence TEXT      under which its facts may be used (default: see the landscape)
  --repository URL    where its data and its issues are, for links on its pages (default: those of this program)
  --category NAME     only this category; may be given several times (default: all in which
                      an item names a repository)

Exit codes: 0 made; 1 the landscape cannot be reached; 2 usage, or a landscape that cannot be used.`,
	run: async (args, io) => {
		const { values } = readOptions({
			args,
			options: {
				landscape: { type: 'string' },
				folder: { type: 'string' },
				foundation: { type: 'string', default: 'Foundation' },
				licence: { type: 'string', default: 'see the landscape' },
				repository: { type: 'string' },
				category: { type: 'string', multiple: true, default: [] }
			}
		});
		const { landscape, folder, foundation, licence } = values;
		if (!landscape || !folder) throw new UsageError('init wants --landscape and --folder.');
		if (values.repository !== undefined && !values.repository.startsWith('https://'))
			throw new UsageError('--repository wants an address of https.');
		try {
			const text = await readLandscapeSource(landscape, null);
			const made = makeFolder({
				folder,
				bundled: BUNDLED,
				url: isLocalLandscape(landscape) ? resolve(landscape) : landscape,
				text,
				foundation,
				licence,
				repository: values.repository?.replace(/\/+$/, '') ?? null,
				categories: values.category,
				today: today()
			});
			const { categories, items, leftOut, unknownWords } = made;
			io.out(
				`Made ${folder}: ${countText(items)} items in ${plural(categories.length, 'category', 'categories')}.\n`
			);
			if (leftOut.length > 0) {
				io.out(
					`Left out, as no item of theirs names a repository: ${leftOut.join(', ')}. --category takes one all the same.\n`
				);
			}
			if (unknownWords.length > 0) {
				io.out(
					`Unknown words for maturity: ${unknownWords.join(', ')}. Sort them under landscape.maturity in ${folder}/radar.yml.\n`
				);
			}
			io.out(`The first crawl makes the first edition: npm run crawl -- --data ${folder}\n`);
			return 0;
		} catch (error) {
			if (!(error instanceof LandscapeUnavailable)) throw error;
			io.err(`${error.message}\n`);
			return 1;
		}
	}
};
