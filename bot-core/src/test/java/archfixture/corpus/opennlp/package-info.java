/** A room of the broken house. */
@NullMarked
package archfixture.corpus.opennlp;

import org.jspecify.annotations.NullMarked;
