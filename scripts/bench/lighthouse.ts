/** What Lighthouse says of the pages that people come to first, on a desktop and on a phone, every audit of its own included. */
import { createRequire } from 'node:module';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { withBrowser } from './browser.ts';
import { print } from './figure.ts';
import { freePort, startServer } from '../../tests/fixtures/built-server.ts';

const ADDRESSES = ['/', '/projects/kserve', '/table'];
/** A phone is what it measures unless it is told otherwise. */
const FORM_FACTORS = [
	['desktop', desktopConfig],
	['mobile', undefined]
] as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TARGET = 95;
/** Of each, so that the middle one is no accident of the machine. */
const RUNS = 3;

/** One run in a browser of its own: without anything that another left behind. */
async function run(url: string, config: (typeof FORM_FACTORS)[number][1]): Promise<Result> {
	let result: Result | undefined;
	const port = await freePort();
	await withBrowser(async () => {
		const run = await lighthouse(
			url,
			{ port, onlyCategories: CATEGORIES, logLevel: 'error', output: 'json' },
			config
		);
		result = run?.lhr;
	}, [`--remote-debugging-port=${port}`]);
	if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}.`);
	if (result.runtimeError !== undefined) throw new Error(result.runtimeError.message);
	return result;
}

/** The category's score of a run in points of 100. */
const pointsOf = ({ categories }: Result, category: string): number =>
	Math.round(100 * (categories[category]?.score ?? 0));

/** Audits of a category that cost it points, with what Lighthouse measured. */
const lossesOf = ({ categories, audits }: Result, category: string): string[] =>
	(categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
		const audit = audits[id];
		return weight > 0 && audit !== undefined && audit.score !== null && audit.score < 0.9
			? [`${audit.title}${audit.displayValue === undefined ? '' : ` (${audit.displayValue})`}`]
			: [];
	});

const { version } = createRequire(import.meta.url)('lighthouse/package.json') as {
	version: string;
};
console.log(`Lighthouse ${version}, throttled as it does by itself, middle of ${RUNS} runs`);
const server = await startServer();
try {
	for (const address of ADDRESSES) {
		for (const [name, config] of FORM_FACTORS) {
			const runs: Result[] = [];
			while (runs.length < RUNS) runs.push(await run(`${server.origin}${address}`, config));
			for (const category of CATEGORIES) {
				const sorted = runs.toSorted((a, b) => pointsOf(a, category) - pointsOf(b, category));
				const middle = sorted[Math.floor(RUNS / 2)];
				if (middle === undefined) continue;
				const measured = pointsOf(middle, category);
				print({
					what: `${address}, ${name}: ${category}`,
					measured,
					unit: 'points',
					target: TARGET,
					atLeast: true
				});
				if (measured < TARGET)
					for (const loss of lossesOf(middle, category)) console.log(`          ${loss}`);
			}
		}
	}
} finally {
	await server.stop();
}
