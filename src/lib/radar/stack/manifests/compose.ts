import { readYaml } from '#lib/radar/input/yaml.ts';
import { mapOf } from '#lib/radar/input/json-text.ts';
import { declare, type ManifestReader } from './declared.ts';
import { filledReference } from './image-reference.ts';

/** Images of the services of a Compose file. */
export const readCompose: ManifestReader = (text, file) => {
	const services = Object.values(mapOf(mapOf(readYaml(text, file).data).services));
	const images = services.flatMap((service) => {
		const { image } = mapOf(service);
		return typeof image === 'string' ? (filledReference(image) ?? []) : [];
	});
	return [...new Set(images)].map((name) => declare('image', name));
};
