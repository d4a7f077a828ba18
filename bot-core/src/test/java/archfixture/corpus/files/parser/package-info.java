/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.parser;

import org.jspecify.annotations.NullMarked;
