export const SCHEMA_VERSION = '1.3.0';
/** The schema lies beside the document. */
export const SCHEMA_ADDRESS = './radar.schema.json';
