import { isHttpError } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';

export class NoSuchProject extends Error {}

/** Keeps answers, so that going back is instant. */
export class ProjectSource {
	readonly #reader: RadarReader;
	readonly #known = new Map<string, Promise<ProjectPage>>();

	constructor(reader: RadarReader) {
		this.#reader = reader;
	}

	/** @throws {Error} with a message to show; {@link NoSuchProject} for an unknown id. */
	get(id: string, edition: string): Promise<ProjectPage> {
		const key = `${id} ${edition}`;
		const known = this.#known.get(key);
		if (known) return known;
		const asked = this.#ask(id, edition);
		this.#known.set(key, asked);
		asked.catch(() => this.#known.delete(key));
		return asked;
	}

	async #ask(id: string, edition: string): Promise<ProjectPage> {
		const project = await Promise.resolve(this.#reader.project(id, edition)).catch(asError);
		if (project === null) throw new NoSuchProject(`No project is called “${id}”.`);
		return project;
	}
}

function asError(problem: unknown): never {
	throw isHttpError(problem) ? new Error(problem.body.message) : problem;
}
