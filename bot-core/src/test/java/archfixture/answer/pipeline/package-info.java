/** A room of the broken house. */
@NullMarked
package archfixture.answer.pipeline;

import org.jspecify.annotations.NullMarked;
