import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Which way imports run: radar knows nobody; server and components know radar, never each other. */
const forbid = (files, rules) => ({
	files,
	rules: {
		'no-restricted-imports': [
			'error',
			{ patterns: rules.map(([regex, message]) => ({ regex, message })) }
		]
	}
});
const KIT = ['^\\$(app|env)(/|$)', 'The command line and the site share this: pass it in.'];
const SVELTE = ['^svelte(/|$)|\\.svelte(\\.ts)?$', 'Only components and routes draw.'];
const SERVER = [
	'^(#lib|\\.{1,2})/(.*/)?server(/|$)',
	'Reads and writes belong to the server side and its routes.'
];
const COMPONENTS = ['(^#lib|/)/?components(/|$)', 'Components draw what others computed.'];
const NODE = [
	'^node:|^better-sqlite3|^drizzle-orm|^@octokit',
	'radar/ is pure: it knows neither files, network nor database.'
];

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'build-static/',
			'node_modules/',
			'coverage/',
			'test-results/',
			'.cache/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows better.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'svelte/no-at-html-tags': 'error',
			// Records keyed by a field are what observations are made of.
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		}
	},
	forbid(['src/lib/radar/**'], [KIT, SVELTE, SERVER, COMPONENTS, NODE]),
	forbid(['src/lib/server/**'], [KIT, SVELTE, COMPONENTS]),
	forbid(['src/lib/components/**'], [SERVER, NODE]),
	forbid(['scripts/**'], [KIT, SVELTE, COMPONENTS]),
	{
		// Tests of pure code may read fixtures.
		files: ['src/lib/radar/**/*.test.ts'],
		rules: { 'no-restricted-imports': 'off' }
	}
);
