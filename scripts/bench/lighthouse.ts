/** Lighthouse scores of the main pages on desktop and phone, with all its audits. */
import { createRequire } from 'node:module';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { withBrowser } from './browser.ts';
import { print } from './figure.ts';
import { freePort, startServer } from '../../tests/fixtures/built-server.ts';

const ADDRESSES = ['/', '/projects/kserve', '/table'];
/** Lighthouse measures a phone by default. */
const FORM_FACTORS = [
	['desktop', desktopConfig],
	['mobile', undefined]
] as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TARGET = 95;
/** Runs per page; the median counts. */
const RUNS = 3;

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

/** Points of 100. */
const pointsOf = ({ categories }: Result, category: string): number =>
	Math.round(100 * (categories[category]?.score ?? 0));

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
