/** `lacuna schema`: the JSON contract as a JSON Schema. */
import { Command } from 'commander';
import { openProduct } from './product.ts';

/** The rule that other people's systems can rely on. */
const MIGRATION =
  'The field "format" is the version of this contract. While it stays the same, fields are only added: read what you know and ignore the rest. ' +
  'A field that is renamed, removed or given another meaning raises it; refuse a format that you do not know.';

export const schemaCommand = (): Command =>
  new Command('schema')
    .summary('print the JSON Schema of "analyze --format json"')
    .description('Prints the JSON Schema of what "lacuna analyze --format json" writes. It has a version, and says what may change within one.')
    .option('--share', 'the schema of what --share writes')
    .option('--out <file>', 'write it to this file')
    .addHelpText('after', '\nExample:\n  lacuna schema --out analysis.schema.json')
    .action(async ({ out, share }: { out?: string; share?: true }) => {
      const [{ z }, { analysisSchema, sharedAnalysisSchema }] = await Promise.all([import('zod'), import('../analysis.ts')]);
      const { $schema, ...schema } = z.toJSONSchema(share === true ? sharedAnalysisSchema : analysisSchema);
      const about = { $schema, $id: `urn:lacuna:analysis:${share === true ? 'shared:' : ''}1`, title: 'lacuna analysis, format 1', description: MIGRATION };
      const product = await openProduct(out);
      await product.write(`${JSON.stringify({ ...about, ...schema }, null, 2)}\n`);
      await product.finish();
    });
