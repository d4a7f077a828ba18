/** A room of the broken house. */
@NullMarked
package archfixture.corpus.files.text;

import org.jspecify.annotations.NullMarked;
