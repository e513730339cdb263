import type { RadarReader } from '#lib/radar/api/reader.ts';
import { carriedProjects } from '#lib/radar/edition/carried/players.ts';
import { editionPage } from '../asked-edition.ts';

/** Who carries each project of an edition; `asked` null: the newest. `foundation`: the landscape's, "CNCF". */
export async function playersPage(reader: RadarReader, asked: string | null, foundation: string) {
	const [{ edition, editions, segments }, whole] = await Promise.all([
		editionPage(reader, asked),
		reader.standings(asked)
	]);
	const projects = carriedProjects(whole?.standings ?? [], foundation);
	const [observed] = projects.flatMap(({ carriedBy }) =>
		carriedBy.state === 'observed' ? [carriedBy] : []
	);
	return {
		edition,
		editions,
		categories: segments.map(({ name }) => name),
		projects,
		source: observed === undefined ? null : (whole?.sources[observed.source] ?? null)
	};
}
