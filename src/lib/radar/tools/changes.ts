import { z } from 'zod';
import { editionDifference, type ProjectChange } from '#lib/radar/edition/moves/difference.ts';
import { MOVE_KINDS } from '#lib/radar/edition/moves/move.ts';
import { ANSWER, editionAsked, headOf, ToolError, type Tool } from './tool.ts';

const edition = z.string().optional();
const input = z.strictObject({
	from: edition.describe('Earlier edition; default: the one before `to`'),
	to: edition.describe('Later edition; default: the newest')
});
const state = z.string().describe('A ring, not-rated, or absent');
const output = z.object({
	...ANSWER,
	from: z.string(),
	modelChanged: z.boolean(),
	changes: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			kind: z.enum(MOVE_KINDS).nullable(),
			from: state,
			to: state,
			score: z.object({ was: z.number().nullable(), is: z.number().nullable() }),
			forLackOfData: z.boolean(),
			newlyMeasured: z.array(z.string()),
			why: z
				.array(z.string())
				.describe('Metrics that moved the score most; rules that began or ceased')
		})
	)
});

export const changesTool: Tool<typeof input, typeof output> = {
	name: 'changes',
	title: 'Ring changes',
	description:
		'Tells which projects changed their ring between two editions, came or left, and why.',
	input,
	output,
	run: async ({ from, to }, source) => {
		const page = await editionAsked(source, to);
		const at = page.editions.findIndex(({ id }) => id === page.edition.id);
		const before = await editionAsked(source, from ?? page.editions[at - 1]?.id ?? page.edition.id);
		const [one, other] = await Promise.all(
			[before, page].map(({ edition: { id } }) => source.reader.standings(id))
		);
		if (!one || !other) throw new ToolError('These editions cannot be compared.');
		const { changes, modelChanged, from: earlier, to: later } = editionDifference(one, other, '');
		return {
			...headOf(later),
			from: earlier.id,
			modelChanged,
			changes: changes.map(changeOf)
		};
	}
};

const changeOf = (change: ProjectChange) => ({
	id: change.id,
	name: change.name,
	kind: change.kind,
	from: change.from,
	to: change.to,
	score: { was: change.was, is: change.is },
	forLackOfData: change.lacksData === true,
	newlyMeasured: change.newlyMeasured ?? [],
	why: [
		...change.gates.map(({ sentence }) => sentence),
		...change.metrics.map(({ label }) => label),
		...(change.notRated === null ? [] : [change.notRated])
	]
});
