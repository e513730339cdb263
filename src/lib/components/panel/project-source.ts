import { resolve } from '$app/paths';
import type { ProjectPage } from '#lib/radar/edition/page-data.ts';
import { projectAsOf } from '#lib/radar/edition/project-in-edition.ts';

export class NoSuchProject extends Error {}

/** Keeps answers, so that going back is instant. */
export class ProjectSource {
	readonly #known = new Map<string, Promise<ProjectPage>>();

	/** @throws {Error} with a message to show; {@link NoSuchProject} for an unknown id. */
	get(id: string, edition: string): Promise<ProjectPage> {
		const address = `${resolve('/')}api/v1/projects/${encodeURIComponent(id)}.json?edition=${encodeURIComponent(edition)}`;
		const known = this.#known.get(address);
		if (known) return known;
		const asked = ask(address, id, edition);
		this.#known.set(address, asked);
		asked.catch(() => this.#known.delete(address));
		return asked;
	}
}

async function ask(address: string, id: string, edition: string): Promise<ProjectPage> {
	const answer = await fetch(address).catch(() => null);
	if (answer === null) throw new Error('The server cannot be reached.');
	if (answer.status === 404) throw new NoSuchProject(`No project is called “${id}”.`);
	if (!answer.ok) throw new Error(`The server answered with an error (${answer.status}).`);
	const project: ProjectPage = await answer.json();
	if (!import.meta.env.STATIC_SITE || project.edition.id === edition) return project;
	const { fetchStandings } = await import('../site/edition-files.ts');
	return projectAsOf(project, await fetchStandings(edition, fetch));
}
