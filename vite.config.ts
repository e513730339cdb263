import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/**
 * What the front page shares with other pages travels as one file. Left to the bundler, the front page is 107 kB with Brotli,
 * and 150 kB at 1,000 projects: over the budgets of 104 and 140. So it is 92 and 136.
 */
const FRONT_PAGE = /\/src\/routes\/\(radar\)\/\+page\.(svelte|ts)$/;

/** Whether the front page needs a module from the start: it imports it, or something that does. */
function isOfFrontPage(id: string, importersOf: (id: string) => readonly string[]): boolean {
	const seen = new Set([id]);
	for (const module of seen) {
		if (FRONT_PAGE.test(module)) return true;
		for (const importer of importersOf(module)) seen.add(importer);
	}
	return false;
}

const importers =
	(graph: { getModuleInfo(id: string): { importers: readonly string[] } | null }) =>
	(id: string): readonly string[] =>
		graph.getModuleInfo(id)?.importers ?? [];

export default defineConfig(({ isSsrBuild, command }) => ({
	plugins: [sveltekit()],
	// The server starts in half the time when Node need not look up its packages file by file.
	ssr:
		command === 'build'
			? { noExternal: true, external: ['better-sqlite3', '@resvg/resvg-js'] }
			: {},
	define: {
		'import.meta.env.STATIC_SITE': JSON.stringify(process.env.RADAR_BUILD === 'static')
	},
	build: isSsrBuild
		? {}
		: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								{
									name: (id, graph) => (isOfFrontPage(id, importers(graph)) ? 'common' : null),
									minShareCount: 2
								}
							]
						}
					}
				}
			},
	test: {
		clearMocks: true,
		// One fewer than the cores, Vitest's own choice, leaves half of a small machine idle.
		maxWorkers: '100%',
		setupFiles: ['tests/seeded.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					testTimeout: 20_000,
					isolate: false,
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: { name: 'system', include: ['tests/system/**/*.test.ts'] }
			}
		]
	}
}));
