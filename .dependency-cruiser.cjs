/** Rooms of `src/lib/radar`, in reading order: each imports only those before it. */
const RADAR = [
	'words',
	'input',
	'landscape',
	'observation',
	'model',
	'edition',
	'chart',
	'explore'
];
/** Rooms that build on all of the above, and on nothing of each other unless listed here. */
const SERVER = [
	['db', []],
	['data', []],
	['sources', []],
	['language-model', []],
	['publish', ['db', 'data']],
	['read', ['db', 'data']],
	['crawl', ['db', 'data', 'sources', 'publish', 'language-model']],
	['new-folder', ['sources']],
	['doctor', ['data', 'sources', 'language-model']],
	['mcp', ['read', 'db']],
	['generation', ['db', 'read']],
	['http', ['generation', 'read', 'db', 'picture']],
	['picture', []]
];

const server = '^src/lib/server/';
const notTests = '\\.(test|spec)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'A circle has no first room: move the shared part up.',
			severity: 'error',
			from: { pathNot: '^tests/' },
			to: { circular: true }
		},
		{
			name: 'radar-is-pure',
			comment: 'radar/ knows neither files, network, database, Svelte nor SvelteKit.',
			severity: 'error',
			from: { path: '^src/lib/radar/', pathNot: notTests },
			to: {
				path: '^src/(?!lib/radar/)|^(scripts|tests)/|better-sqlite3|drizzle-orm|@octokit|^svelte|^\\$(app|env)|node_modules/svelte/'
			}
		},
		{
			name: 'radar-knows-no-node',
			severity: 'error',
			from: { path: '^src/lib/(radar|components)/', pathNot: notTests },
			to: { dependencyTypes: ['core'] }
		},
		...RADAR.slice(0, -1).map((room, i) => ({
			name: `radar-${room}-looks-up`,
			comment: `Rooms in order: ${RADAR.join(', ')}.`,
			severity: 'error',
			from: { path: `^src/lib/radar/${room}/`, pathNot: notTests },
			to: { path: `^src/lib/radar/(?!(${RADAR.slice(0, i + 1).join('|')})/)` }
		})),
		{
			name: 'radar-explore-looks-up',
			severity: 'error',
			from: { path: '^src/lib/radar/explore/', pathNot: notTests },
			to: { path: `^src/lib/radar/(?!(${RADAR.join('|')})/)` }
		},
		...SERVER.map(([room, others]) => ({
			name: `server-${room}-looks-up`,
			severity: 'error',
			from: { path: `${server}${room}/`, pathNot: notTests },
			to: { path: `${server}(?!(${[room, ...others].join('|')})/)` }
		})),
		{
			name: 'server-is-plain-node',
			comment: 'The command line and the site share it: settings, clock and log are passed in.',
			severity: 'error',
			from: { path: server, pathNot: notTests },
			to: {
				path: '^src/(routes|lib/components)/|^(scripts|tests)/|\\.svelte|^\\$(app|env)|node_modules/svelte/'
			}
		},
		{
			name: 'components-only-draw',
			severity: 'error',
			from: { path: '^src/lib/components/', pathNot: notTests },
			to: { path: '^src/(routes|lib/server)/|^(scripts|tests)/' }
		},
		{
			name: 'page-parts-are-private',
			comment: 'What two pages use belongs in src/lib/components.',
			severity: 'error',
			from: { path: '^src/routes/([^/()]+)/', pathNot: notTests },
			to: { path: '^src/routes/[^/]+/', pathNot: '^src/routes/$1/' }
		},
		{
			name: 'front-page-parts-are-private',
			severity: 'error',
			from: { path: '^src/routes/\\(radar\\)/', pathNot: notTests },
			to: { path: '^src/routes/[^/]+/', pathNot: '^src/routes/\\(radar\\)/' }
		},
		{
			name: 'only-server-files-read-the-server',
			severity: 'error',
			from: { path: '^src/(routes|hooks)', pathNot: `\\.server\\.ts$|\\+server\\.ts$|${notTests}` },
			to: { path: server }
		},
		{
			name: 'scripts-need-no-site',
			severity: 'error',
			from: { path: '^scripts/', pathNot: notTests },
			to: { path: '^src/(routes|lib/components)/|\\.svelte|^\\$(app|env)' }
		},
		{
			name: 'command-line-needs-no-dev-dependency',
			comment:
				'`npm ci --omit=dev` can seed, crawl and export: move the package to `dependencies`.',
			severity: 'error',
			from: { path: '^(scripts/(?!bench)|src/lib/(radar|server)/)', pathNot: notTests },
			to: {
				dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
				dependencyTypesNot: ['type-only']
			}
		},
		{
			name: 'no-tests-in-the-product',
			severity: 'error',
			from: { path: '^src/', pathNot: notTests },
			to: { path: '^tests/' }
		}
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(build|build-static|\\.svelte-kit|\\.cache)/' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'types', 'node', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.svelte.ts', '.json']
		}
	}
};
