import type { Observation } from '#lib/radar/observation/observation.ts';
import {
	observedFields,
	type ObservedField,
	type ObservedValues
} from '#lib/radar/observation/observed-fields.ts';
import type { RequiredSource } from '#lib/radar/observation/sources.ts';

/** Id of this source in `data/sources.yml`. */
export const GITHUB_SOURCE = 'github' satisfies RequiredSource;

/** An observation in the making: each field has one outcome, and a value beats the others. */
export class Draft {
	readonly values: ObservedValues = {};
	readonly notApplicable: Observation['notApplicable'] = {};
	readonly unknown: Observation['unknown'] = {};

	/** Sets values. One that cannot be becomes unknown with that reason; undefined ones are passed over. */
	set(values: ObservedValues): void {
		for (const [field, value] of Object.entries(values) as [ObservedField, unknown][]) {
			if (value === undefined) continue;
			const read = observedFields[field].safeParse(value);
			if (!read.success) {
				this.miss([field], `implausible value: ${read.error.issues[0]?.message ?? 'unreadable'}`);
				continue;
			}
			Object.assign(this.values, { [field]: read.data });
			delete this.unknown[field];
			delete this.notApplicable[field];
		}
	}

	/** Sets a value where there is one, else unknown with the reason. */
	setOr<F extends ObservedField>(
		field: F,
		value: ObservedValues[F] | null | undefined,
		reason: string
	): void {
		if (value === null || value === undefined) this.miss([field], reason);
		else this.set({ [field]: value });
	}

	/** Marks fields without a value as unknown. */
	miss(fields: readonly ObservedField[], reason: string): void {
		for (const field of fields) {
			if (this.values[field] === undefined && this.notApplicable[field] === undefined)
				this.unknown[field] = reason;
		}
	}

	/** Marks fields as meaningless here. */
	exempt(fields: readonly ObservedField[], reason: string): void {
		for (const field of fields) {
			delete this.values[field];
			delete this.unknown[field];
			this.notApplicable[field] = reason;
		}
	}
}
