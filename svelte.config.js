import adapterNode from '@sveltejs/adapter-node';
import adapterStatic from '@sveltejs/adapter-static';

/** The static build is published to a project page, so its base path is not the root. */
const isStatic = process.env.RADAR_BUILD === 'static';
const base = /** @type {'' | `/${string}`} */ (process.env.RADAR_BASE ?? '');

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: isStatic
			? adapterStatic({ pages: 'build-static', assets: 'build-static', fallback: '404.html' })
			: adapterNode({ out: 'build', precompress: true }),
		paths: { base, relative: true },
		// Small style sheets travel in the page: a request of their own costs more than they weigh.
		inlineStyleThreshold: 4096,
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../scripts/**/*.ts', '../*.config.ts']
			})
		}
	}
};
