import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const PICTURES = 'src/lib/components/picture';

/** Draws the pictures of the command line, which cannot load components: each file has all that it needs. */
export default defineConfig({
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	ssr: { noExternal: true },
	build: {
		ssr: true,
		outDir: 'build/pictures',
		copyPublicDir: false,
		rolldownOptions: { input: [`${PICTURES}/radar-svg.ts`, `${PICTURES}/card-svg.ts`] }
	}
});
