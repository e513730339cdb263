import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import {
	failed,
	inShape,
	notFound,
	together,
	told,
	type UseContext,
	type UseResult,
	type UseSource,
	type UseTarget
} from '#lib/server/sources/use-source.ts';

export const DEPS_DEV = 'deps.dev';

/** Projects in one request, at most: https://docs.deps.dev/api/v3alpha/#getprojectbatch */
const MOST_PROJECTS = 5000;
const HOST = 'github.com/';

const projectSchema = z.object({
	projectKey: z.object({ id: z.string() }),
	scorecard: z.object({ date: z.string(), overallScore: z.number().min(0).max(10) }).nullish()
});
const batchSchema = z.object({
	responses: z.array(
		z.object({
			request: z.object({ projectKey: z.object({ id: z.string() }) }),
			project: z.unknown()
		})
	),
	nextPageToken: z.string().nullish()
});

/**
 * OpenSSF Scorecards of repositories, in bulk: `POST /v3alpha/projectbatch`, as in
 * https://github.com/google/deps.dev/blob/main/api/v3alpha/api.proto
 */
export const scorecards: UseSource = {
	id: DEPS_DEV,
	async *observe(targets, context) {
		const wanted = (await Array.fromAsync(targets)).slice(0, MOST_PROJECTS);
		if (wanted.length > 0) yield* await together(wanted, () => readBatch(wanted, context));
	}
};

async function readBatch(
	wanted: readonly UseTarget[],
	context: UseContext
): Promise<UseResult<UseTarget>[]> {
	const requests = wanted.map(({ name }) => ({ projectKey: { id: `${HOST}${name}` } }));
	const found = new Map<string, unknown>();
	for (let pageToken: string | null = ''; pageToken !== null;) {
		const answer = await context.ask('/v3alpha/projectbatch', {
			requests,
			...(pageToken !== '' && { pageToken })
		});
		const { responses, nextPageToken } = inShape(batchSchema, answer);
		for (const { request, project } of responses) found.set(idOf(request), project);
		pageToken = nextPageToken || null;
	}
	return wanted.map((target) => {
		const id = repositoryKey(`${HOST}${target.name}`);
		const project = found.get(id) ?? null;
		return project === null
			? notFound(target, 'does not know it')
			: readProject(target, project, context);
	});
}

const idOf = ({ projectKey }: { projectKey: { id: string } }): string =>
	projectKey.id.toLowerCase();

function readProject(
	target: UseTarget,
	project: unknown,
	{ night }: UseContext
): UseResult<UseTarget> {
	const read = projectSchema.safeParse(project);
	if (!read.success) return failed(target, 'answered in another shape');
	if (idOf(read.data) !== repositoryKey(`${HOST}${target.name}`)) {
		return failed(target, 'answered for another repository');
	}
	const { scorecard } = read.data;
	if (!scorecard) return notFound(target, 'has no Scorecard of it');
	const observedOn = scorecard.date.slice(0, 10);
	if (!daySchema.safeParse(observedOn).success || observedOn > night) {
		return failed(target, 'told a day that cannot be');
	}
	return told(target, [
		{
			...{ kind: 'scorecard', repository: target.repository, observedOn, learntOn: night },
			...{ value: scorecard.overallScore, source: DEPS_DEV }
		}
	]);
}
