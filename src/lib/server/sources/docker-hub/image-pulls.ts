import { z } from 'zod';
import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import { packageKey } from '#lib/radar/landscape/package-names.ts';
import type { PullsRow, UseRow } from '#lib/radar/observation/use.ts';
import { SourceFault } from '#lib/server/sources/json-answer.ts';
import {
	failed,
	notFound,
	told,
	type UseContext,
	type UseResult,
	type UseSource,
	type UseTarget
} from '#lib/server/sources/use-source.ts';

export const DOCKER_HUB = 'docker-hub';

/** Images asked about in a week, at most: one request each. */
export const IMAGES_A_WEEK = 50;
const WEEK = 7;
const NOT_FOUND = 404;
/** A count since the beginning grows. One that fell is compared for so long with the last good one. */
const COMPARED_FOR_DAYS = 184;

/** In days: older than any count. */
const NEVER_READ = 100_000;

export interface ImageTarget extends UseTarget {
	/** Of the last good answer; null: none that is young enough. */
	before: number | null;
}

const imageSchema = z.object({
	namespace: z.string(),
	name: z.string(),
	pull_count: z.number().int().nonnegative()
});

/**
 * The images that are due: those read longest ago first, and never more than {@link IMAGES_A_WEEK} in seven days.
 * `known`: rows of this source.
 */
export function imageTargets(
	projects: readonly ProjectPackages[],
	known: readonly UseRow[],
	night: Day
): ImageTarget[] {
	const last = new Map<string, PullsRow>();
	for (const row of known) {
		if (row.kind !== 'pulls') continue;
		const other = last.get(imageKey(row.name));
		if (other === undefined || other.observedOn <= row.observedOn)
			last.set(imageKey(row.name), row);
	}
	const ageOf = (image: string): number => {
		const row = last.get(imageKey(image));
		return row === undefined ? NEVER_READ : daysBetween(row.observedOn, night);
	};
	const all = projects.flatMap(({ project, images }) =>
		images.map((name) => ({ repository: project, name, age: ageOf(name) }))
	);
	const due = all.filter(({ age }) => age >= WEEK).sort((a, b) => b.age - a.age);
	return due
		.slice(0, IMAGES_A_WEEK - (all.length - due.length))
		.map(({ repository, name, age }) => ({
			repository,
			name,
			before: age <= COMPARED_FOR_DAYS ? (last.get(imageKey(name))?.value ?? null) : null
		}));
}

const imageKey = (name: string): string => packageKey('image', name);

/**
 * Pulls of images at Docker Hub since the beginning, one after the other: `GET /v2/repositories/{namespace}/{name}/`,
 * fields as in https://docs.docker.com/reference/api/hub/latest/. Images of other registries have no such count.
 */
export const imagePulls: UseSource<ImageTarget> = {
	id: DOCKER_HUB,
	async *observe(targets, context) {
		for await (const target of targets) yield await readImage(target, context);
	}
};

/** @throws {SourceFault} where no other image would be answered either. */
async function readImage(
	target: ImageTarget,
	{ ask, night }: UseContext
): Promise<UseResult<ImageTarget>> {
	let answer: unknown;
	try {
		answer = await ask(`/v2/repositories/${target.name}/`);
	} catch (error) {
		if (!(error instanceof SourceFault) || error.status !== NOT_FOUND) throw error;
		return notFound(target, 'knows no image of this name');
	}
	const read = imageSchema.safeParse(answer);
	if (!read.success) return failed(target, 'answered in another shape');
	const { namespace, name, pull_count: value } = read.data;
	if (imageKey(`${namespace}/${name}`) !== imageKey(target.name)) {
		return failed(target, 'answered for another image');
	}
	if (target.before !== null && value < target.before) {
		return failed(target, 'told fewer pulls than before');
	}
	const seen = { repository: target.repository, observedOn: night, source: DOCKER_HUB };
	return told(target, [{ kind: 'pulls', ...seen, registry: 'docker', name: target.name, value }]);
}
