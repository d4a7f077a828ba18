/** A room of the broken house. */
@NullMarked
package archfixture.answer.extractive;

import org.jspecify.annotations.NullMarked;
