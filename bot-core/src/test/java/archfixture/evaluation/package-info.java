/** A room of the broken house. */
@NullMarked
package archfixture.evaluation;

import org.jspecify.annotations.NullMarked;
