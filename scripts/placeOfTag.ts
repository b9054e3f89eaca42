// Prints the folder of the package whose version a git tag names; publishing starts there.
//
//   tsx scripts/placeOfTag.ts v1.2.3
import { packagesOf, tagOf } from './packages';

const [tag] = process.argv.slice(2);
const tagged = packagesOf().find((each) => tagOf(each) === tag);
if (tagged === undefined) {
	process.stderr.write(`No package has the version of the tag ${tag}\n`);
	process.exit(1);
}
process.stdout.write(`${tagged.place}\n`);
