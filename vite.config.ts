import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** What so many pages and lazily loaded parts have in common travels as one file: less around it, and it compresses better. */
const COMMON_TO = 5;

export default defineConfig(({ isSsrBuild }) => ({
	plugins: [sveltekit()],
	define: {
		'import.meta.env.STATIC_SITE': JSON.stringify(process.env.RADAR_BUILD === 'static')
	},
	build: isSsrBuild
		? {}
		: {
				rolldownOptions: {
					output: { codeSplitting: { groups: [{ name: 'common', minShareCount: COMMON_TO }] } }
				}
			},
	test: {
		clearMocks: true,
		setupFiles: ['tests/seeded.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts']
				}
			}
		]
	}
}));
