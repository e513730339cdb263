import { ringIndex } from '#lib/radar/words/vocabulary.ts';
import { figure, type Check, type Figure } from './report.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import { placedAnew, placedWith, type Change, type RatedProject, type Sample } from './sample.ts';

const add = (value: number | undefined, more: number) =>
	value === undefined ? undefined : value + more;
/** Unobserved fields stay unobserved. */
const known = (values: Parameters<Change>[0]): Parameters<Change>[0] =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const moreStars: Change = (values) => known({ ...values, stars: add(values.stars, 10_000) });
/** Only the newest observation changes. */
const buyStars: Change = (values, day, newest) =>
	newest.has('stars') ? moreStars(values, day, newest) : values;

/** 500 commits in a day by one account: it owns the last 100. */
const floodOfCommits: Change = (values, day) =>
	values.commitsTotal === undefined
		? values
		: known({
				...values,
				commitsTotal: add(values.commitsTotal, 500),
				commits365d: add(values.commits365d, 500),
				commits90d: add(values.commits90d, 500),
				contributorsTotal: add(values.contributorsTotal, 1),
				authors365d: add(values.authors365d, 1),
				authors90d: add(values.authors90d, 1),
				activeWeeks13: values.activeWeeks13 && Math.min(13, values.activeWeeks13 + 1),
				authorsLast100: 1,
				absenceFactor: 1,
				lastCommit: day
			});

const botCommits: Change = (values) =>
	known({ ...values, botCommits365d: add(values.botCommits365d, 500) });

/** Thirty accounts, one merged pull request each; `factor` maps the absence factor. */
const thirtyAccounts =
	(factor: (known: number) => number): Change =>
	(values, day) =>
		values.commitsTotal === undefined
			? values
			: known({
					...values,
					commitsTotal: add(values.commitsTotal, 30),
					contributorsTotal: add(values.contributorsTotal, 30),
					authors365d: add(values.authors365d, 30),
					authors90d: add(values.authors90d, 30),
					mergedPulls90d: add(values.mergedPulls90d, 30),
					absenceFactor: values.absenceFactor && factor(values.absenceFactor),
					activeWeeks13: values.activeWeeks13 && Math.min(13, values.activeWeeks13 + 1),
					lastCommit: day
				});

/** Figures of use that can be made, for every project that has the kind. */
const moreUse =
	(change: (row: UseRow) => UseRow): Trial =>
	(sample) =>
		placedAnew(sample, {
			useOf: (repository) => {
				const { packages, rows } = sample.input.useOf(repository);
				return { packages, rows: rows.map(change) };
			}
		});

const tenTimesTheDownloads = moreUse((row) =>
	row.kind === 'downloads' && row.value !== undefined ? { ...row, value: row.value * 10 } : row
);
const fivePeers = moreUse((row) => {
	if (row.kind !== 'peers') return row;
	const made = Array.from({ length: 5 }, (_, i) => ({
		repository: `made-up-${i}/app`,
		on: row.observedOn,
		file: 'go.mod'
	}));
	return { ...row, value: row.value + made.length, usedBy: [...row.usedBy, ...made] };
});
const fiftyAdopters = moreUse((row) =>
	row.kind === 'adopters' ? { ...row, value: row.value + 50 } : row
);

/** Places the sample's edition under a trick. */
type Trial = (sample: Sample) => Map<string, Placement>;
const observed =
	(change: Change): Trial =>
	(sample) =>
		placedWith(sample, change);

const LEAST_GAIN = 0.05;

/** What can be bought? */
export function checkGaming(sample: Sample): Check {
	const of = sample.rated.length;
	const tried = (label: string, trial: Trial) => {
		const placed = trial(sample);
		const moved = sample.rated.filter(({ id, placement }) => {
			const ring = placed.get(id)?.ring ?? null;
			return ring !== null && ringIndex(ring) < ringIndex(placement.ring);
		});
		const gains = sample.rated.map(
			({ id, placement }) => (placed.get(id)?.score ?? placement.score) - placement.score
		);
		return { label, moved, raised: gains.filter((gain) => gain > LEAST_GAIN).length };
	};
	const stars = tried('10,000 stars more', observed(buyStars));
	const barred = [
		stars,
		tried('500 commits by one stranger in a day', observed(floodOfCommits)),
		tried('500 commits by bots', observed(botCommits))
	];
	const lasting = tried('10,000 stars more that stay for a year', observed(moreStars));
	const exposed = [
		lasting,
		tried('30 accounts with one commit each', observed(thirtyAccounts((factor) => factor))),
		tried(
			'30 accounts with one commit each, the absence factor as high as they can drive it',
			observed(thirtyAccounts((factor) => factor + 15))
		),
		tried('ten times the downloads, month after month', tenTimesTheDownloads),
		tried('five repositories of the group that declare it', fivePeers),
		tried('50 adopters more in its own list', fiftyAdopters)
	];
	const caught = barred.filter(({ moved }) => moved.length > 0);
	const figures: Figure[] = [
		...[...barred, ...exposed].map(({ label, moved }) =>
			figure(`Moved inward by ${label}`, 'count', moved.length, { of })
		),
		figure('Scores raised by 10,000 stars more', 'count', stars.raised, { of }),
		figure('Scores raised by them when they stay for a year', 'count', lasting.raised, { of })
	];
	return {
		id: 'gaming',
		title: 'Gaming',
		accept:
			'no ring moves inward by stars, a flood of commits or bots; what lasting stars, accounts and made-up use can buy is reported',
		passed: caught.length === 0,
		finding: [
			caught.length === 0
				? 'Stars, floods of commits and bots buy no ring.'
				: `${caught.map(told).join('; ')}. Whoever stands that near to a ring is moved by any few points.`,
			lasting.moved.length === 0 ? '' : `Stars that are kept for months do: ${told(lasting)}.`,
			'Many accounts with a commit each buy rings: nothing public tells them from newcomers.',
			'So does use that is made up for long enough. Two kinds have to agree, which limits what one of them can buy.'
		]
			.filter((sentence) => sentence !== '')
			.join(' '),
		figures
	};
}

const told = ({ label, moved }: { label: string; moved: RatedProject[] }): string =>
	`${label} moved ${moved.map(nearness).join(', ')}`;

const nearness = ({ member, placement }: RatedProject): string =>
	`${member.name} (${(placement.next?.distance ?? 0).toFixed(1)} points short of the next ring)`;
