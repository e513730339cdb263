/** Which files a stack can be read from, in words. */
export const READABLE =
	'package.json, requirements.txt, pyproject.toml, go.mod, Cargo.toml, pom.xml, a lock file of npm, pnpm, Yarn, uv or Poetry, a Dockerfile, a Compose file, Chart.yaml, Kubernetes manifests, or an SBOM (SPDX or CycloneDX, as JSON)';
