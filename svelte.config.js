import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import adapterNode from '@sveltejs/adapter-node';
import adapterStatic from '@sveltejs/adapter-static';

/** The static build is published to a project page, so its base path is not the root. */
const isStatic = process.env.RADAR_BUILD === 'static';
const out = process.env.RADAR_OUT || 'build-static';
/** Where the static site will stand, for the links of its feeds and exports; without it they lead to the repositories. */
const origin = process.env.RADAR_ORIGIN || undefined;
const base = /** @type {'' | `/${string}`} */ (process.env.RADAR_BASE ?? '');

const WITHOUT_ORIGIN = `RADAR_ORIGIN is not set: links to this site will be shown without their cards, and its feeds and
exports link to the projects' repositories. Build it with RADAR_ORIGIN=https://…, where it will stand.`;

const WITHOUT_SCRIPTS = `<noscript>
	<h1>This is not on the radar</h1>
	<p>The address leads nowhere, or has changed. <a href="${base}/">The newest radar</a>,
		<a href="${base}/table">all projects in a table</a>.</p>
</noscript>`;

/** For hosts that read it, such as Cloudflare Pages: what a policy in the page cannot say. Embeds may be framed. */
const HEADERS = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: frame-ancestors 'none'
/embed/*
  ! Content-Security-Policy
/embed
  ! Content-Security-Policy
/api/*
  Access-Control-Allow-Origin: *
/_app/immutable/*
  Cache-Control: public, max-age=31536000, immutable
`;

/** Its 404 page draws itself in the browser: without scripts it has to say something too. */
const adapterStaticSite = () => {
	const adapter = adapterStatic({ pages: out, assets: out, fallback: '404.html' });
	return {
		...adapter,
		/** @param {import('@sveltejs/kit').Builder} builder */
		adapt: async (builder) => {
			await adapter.adapt(builder);
			const page = readFileSync(`${out}/404.html`, 'utf8');
			writeFileSync(`${out}/404.html`, page.replace('</body>', `${WITHOUT_SCRIPTS}</body>`));
			writeFileSync(`${out}/_headers`, HEADERS.replace(/^(?=\/)/gm, base));
			if (origin === undefined) builder.log.warn(WITHOUT_ORIGIN);
		}
	};
};

/** SvelteKit hashes its own scripts, and not those of app.html. */
const frameScripts = [
	...readFileSync('src/app.html', 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)
].map(
	([, text = '']) =>
		/** @type {const} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`)
);

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: isStatic ? adapterStaticSite() : adapterNode({ out: 'build', precompress: true }),
		paths: { base, relative: true },
		// The hooks check forms: the adapter may take http for https, and would refuse its own.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			// Nonces cannot be made ahead, and would forbid to keep answers.
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', ...frameScripts],
				'style-src': ['self'],
				// Charts place their parts by style attributes. No list of hashes: SvelteKit would append to it.
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'radar-worker']
			}
		},
		prerender: {
			...(origin === undefined ? {} : { origin }),
			// A radar without facts for the guide has no use case to render.
			handleUnseenRoutes: ({ routes, message }) => {
				if (!routes.every((route) => /\/guide\/\[id\]/.test(route))) throw new Error(message);
			}
		},
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
