import type { Fault } from '#lib/radar/input/yaml.ts';
import type { GuideEdition } from '#lib/radar/guide/stack/guide-edition.ts';
import { parseSource } from './source-link.ts';
import type { UseCases } from './use-cases.ts';

/**
 * What of the facts does not fit an edition, or is of no use: projects that left, boxes without a project, roles that
 * nothing needs, repositories that nothing was read in, projects without a role. None of it is an error.
 */
export function factFaults(useCases: UseCases, edition: GuideEdition): Fault[] {
	return [
		...leftProjects(useCases, edition),
		...emptyBoxes(useCases, edition),
		...idleRoles(useCases),
		...idleRead(useCases),
		...withoutRole(useCases, edition)
	];
}

function leftProjects({ file }: UseCases, edition: GuideEdition): Fault[] {
	return Object.keys(file.projects)
		.filter((id) => edition.project(id) === null)
		.map((id) => ({
			path: ['projects', id],
			message: `${id} is not in edition ${edition.edition.id}: its facts are skipped`
		}));
}

function emptyBoxes({ file }: UseCases, { projects }: GuideEdition): Fault[] {
	const boxes = new Set(projects.flatMap((project) => project.boxes));
	return file.roles.flatMap(({ id, box }, r) =>
		box === undefined || boxes.has(box)
			? []
			: [
					{
						path: ['roles', r, 'box'],
						message: `no project is in ${box}: nobody is ${id} by it`
					}
				]
	);
}

function idleRoles({ file }: UseCases): Fault[] {
	const needed = new Set(
		[file.base, ...file.use_cases.map(({ needs }) => needs)].flat().map(({ role }) => role)
	);
	return file.roles.flatMap(({ id }, r) =>
		needed.has(id) ? [] : [{ path: ['roles', r, 'id'], message: `no use case needs ${id}` }]
	);
}

function idleRead({ file }: UseCases): Fault[] {
	const sources = [
		...Object.values(file.projects).flat(),
		...file.works_with,
		...file.taxonomy,
		...file.conflicts
	].flatMap(({ source }) => {
		const parsed = parseSource(source);
		return parsed?.kind === 'file' ? [parsed] : [];
	});
	const read = new Set(
		sources.flatMap(({ repository, path }) => [repository, `${repository} ${path}`])
	);
	return Object.keys(file.read).flatMap((key) =>
		read.has(key) ? [] : [{ path: ['read', key], message: `nothing is said to be read in ${key}` }]
	);
}

function withoutRole(useCases: UseCases, { projects, playersOf }: GuideEdition): Fault[] {
	const playing = new Set(
		useCases.file.roles.flatMap(({ id }) => playersOf(id).map(({ project }) => project.id))
	);
	return (
		projects
			// An empty list says that it was looked at.
			.filter(({ id }) => !playing.has(id) && useCases.file.projects[id]?.length !== 0)
			.map(({ id }) => ({ path: ['projects', id], message: `${id} plays no role` }))
	);
}
