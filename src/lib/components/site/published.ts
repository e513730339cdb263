import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { History } from '#lib/radar/chart/history.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import { projectAsOf } from '#lib/radar/edition/project/project-in-edition.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import type { UseCasesFile } from '#lib/radar/guide/facts/use-cases-schema.ts';
import type { GuideProjects } from '#lib/radar/guide/guide.ts';
import type { WhatIfProject } from '#lib/radar/explore/what-if.ts';

/**
 * Reads the published JSON, each file once. A static site holds projects as of the newest edition only.
 * `editions`: those of the page, oldest first.
 * @throws {HttpError} with a message to show, when a file cannot be fetched.
 */
export function published(
	fetch: typeof globalThis.fetch,
	editions: EditionPage['editions']
): RadarReader {
	const answers = new Map<string, Promise<unknown>>();
	const read = <T>(path: string): Promise<T | null> => {
		const answer = answers.get(path) ?? fetched(path, fetch);
		answers.set(path, answer);
		// A file that failed is asked for again.
		answer.catch(() => answers.delete(path));
		return answer as Promise<T | null>;
	};
	const idOf = (id: string | null) => encodeURIComponent(id ?? editions.at(-1)?.id ?? '');
	const standings = (id: string | null) =>
		read<EditionStandings>(`editions/${idOf(id)}/standings.json`);
	return {
		editions: () => editions,
		edition: (id) => read<EditionPage>(`editions/${idOf(id)}.json`),
		standings,
		project: async (id, edition) => {
			const project = await read<ProjectPage>(
				`projects/${encodeURIComponent(id)}.json?edition=${idOf(edition)}`
			);
			if (project === null || edition === null || project.edition.id === edition) return project;
			const whole = await standings(edition);
			return whole && projectAsOf(project, whole);
		},
		whatIf: (edition) => read<WhatIfProject[]>(`what-if/${idOf(edition)}.json`),
		guide: async (edition) => {
			const [file, projects, { guideFrom }] = await Promise.all([
				read<UseCasesFile>('use-cases.json'),
				read<GuideProjects>(`editions/${idOf(edition)}/guide.json`),
				import('#lib/radar/guide/guide.ts')
			]);
			return file && projects && guideFrom(file, projects);
		},
		history: async () =>
			(await read<History>('history.json')) ?? error(404, 'The history is not published.'),
		timeline: () => []
	};
}

/** Null for a file that does not exist. */
async function fetched(path: string, fetch: typeof globalThis.fetch): Promise<unknown> {
	const answer = await fetch(`${resolve('/')}api/v1/${path}`).catch(() => null);
	if (answer === null) error(503, 'The server cannot be reached.');
	if (answer.status === 404) return null;
	if (!answer.ok) error(answer.status, `The server answered with an error (${answer.status}).`);
	return answer.json();
}
