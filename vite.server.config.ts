import { defineConfig } from 'vite';

const SERVER = 'src/lib/server';

/** The server around the site, and its threads; with their packages, which Node would look up file by file. */
export default defineConfig({
	ssr: { noExternal: true, external: ['better-sqlite3', '@resvg/resvg-js'] },
	build: {
		ssr: true,
		outDir: 'build',
		emptyOutDir: false,
		copyPublicDir: false,
		rolldownOptions: {
			input: {
				server: `${SERVER}/http/serve.ts`,
				'prepare-worker': `${SERVER}/generation/prepare-worker.ts`,
				'png-worker': `${SERVER}/picture/png-worker.ts`
			},
			output: { chunkFileNames: 'entry/[name]-[hash].js' }
		}
	}
});
